<<<<<<<< HEAD:syncd/static/option-BDaAFaYQ.js
import{b as e}from"./docsync-CKk5KY6g.js";function t(t){return Array.isArray(t)?[{options:t.map(n)}]:e(t)?Object.entries(t).map(([e,t])=>({label:e,options:Array.isArray(t)?t.map(n):[]})):[]}function n(e){if(Array.isArray(e)){let[t,n]=e;return{value:t,label:String(n??t)}}return{value:e,label:String(e)}}export{t};
========
import{b as e}from"./docsync-Bqj3YpDj.js";function t(t){return Array.isArray(t)?[{options:t.map(n)}]:e(t)?Object.entries(t).map(([e,t])=>({label:e,options:Array.isArray(t)?t.map(n):[]})):[]}function n(e){if(Array.isArray(e)){let[t,n]=e;return{value:t,label:String(n??t)}}return{value:e,label:String(e)}}export{t};
>>>>>>>> f154c7b2 (Let tooltips stand at elements of the page that a selector finds):syncd/static/option-BoAuQOK2.js
