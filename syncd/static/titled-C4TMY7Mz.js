<<<<<<<< HEAD:syncd/static/titled-DNjEWDRL.js
import{D as e,J as t,O as n,Y as r,_ as i,k as a}from"./docsync-CKk5KY6g.js";var o=class extends i{static styles=[n,a];get label(){let n=e(this.model,`title`);return n===``?t:r`<label for="input">${n}</label>`}named(t){return e(this.model,`title`)||e(this.model,`placeholder`)||t}};export{o as t};
========
import{D as e,J as t,O as n,Y as r,_ as i,k as a}from"./docsync-Bqj3YpDj.js";var o=class extends i{static styles=[n,a];get label(){let n=e(this.model,`title`);return n===``?t:r`<label for="input">${n}</label>`}named(t){return e(this.model,`title`)||e(this.model,`placeholder`)||t}};export{o as t};
>>>>>>>> f154c7b2 (Let tooltips stand at elements of the page that a selector finds):syncd/static/titled-C4TMY7Mz.js
