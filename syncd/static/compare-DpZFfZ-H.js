<<<<<<<< HEAD:syncd/static/compare-Rd5ccZI8.js
import{t as e}from"./custom_js-B9cMHOMT.js";import{D as t,w as n}from"./docsync-CKk5KY6g.js";function r(r){let i=n(r,`args`);try{let n=e(t(r,`code`),[...Object.keys(i),`x`,`y`],!1);return(e,t)=>Number(n({...i,x:e,y:t},i,{},{Bokeh:void 0}))||0}catch(e){console.warn(`CustomJSCompare cannot run, rows are sorted as usual:`,String(e));return}}export{r as compile};
========
import{t as e}from"./custom_js-B9cMHOMT.js";import{D as t,w as n}from"./docsync-Bqj3YpDj.js";function r(r){let i=n(r,`args`);try{let n=e(t(r,`code`),[...Object.keys(i),`x`,`y`],!1);return(e,t)=>Number(n({...i,x:e,y:t},i,{},{Bokeh:void 0}))||0}catch(e){console.warn(`CustomJSCompare cannot run, rows are sorted as usual:`,String(e));return}}export{r as compile};
>>>>>>>> f154c7b2 (Let tooltips stand at elements of the page that a selector finds):syncd/static/compare-DpZFfZ-H.js
