<<<<<<<< HEAD:syncd/static/find-C3nRMHCm.js
import{_ as e}from"./docsync-CKk5KY6g.js";function t(t){if(t instanceof e)try{return t.model}catch{return}}function n(r,i){for(let a of i.querySelectorAll(`*`)){let{shadowRoot:i}=a;if(a instanceof e&&t(a)===r)return a;let o=i===null?void 0:n(r,i);if(o!==void 0)return o}}function r(t){let n=t.getRootNode();if(n instanceof ShadowRoot)return n.host instanceof e?n.host:r(n.host)}export{t as n,n as r,r as t};
========
import{_ as e}from"./docsync-Bqj3YpDj.js";function t(t){if(t instanceof e)try{return t.model}catch{return}}function n(r,i){for(let a of i.querySelectorAll(`*`)){let{shadowRoot:i}=a;if(a instanceof e&&t(a)===r)return a;let o=i===null?void 0:n(r,i);if(o!==void 0)return o}}function r(t){let n=t.getRootNode();if(n instanceof ShadowRoot)return n.host instanceof e?n.host:r(n.host)}export{t as n,n as r,r as t};
>>>>>>>> f154c7b2 (Let tooltips stand at elements of the page that a selector finds):syncd/static/find-By8L2Vzt.js
