var e=[];function t(t){let r=n(t);e.includes(r)||e.push(r)}function n(e){return new URL(`.`,e).href.replace(/\/$/,``)}function r(t,n){if(t===null||t.trim()===``)return e[0];let r=new URL(t.trim(),n);return r.hash=``,r.search=``,r.href.replace(/\/+$/,``)}function i(e){if(e===null||e.trim()===``)return{};let t=JSON.parse(e);if(typeof t!=`object`||!t||Array.isArray(t))throw TypeError(`the arguments are not an object`);return Object.fromEntries(Object.entries(t).map(([e,t])=>[e,(Array.isArray(t)?t:[t]).map(String)]))}var a=globalThis,o=a.ShadowRoot&&(a.ShadyCSS===void 0||a.ShadyCSS.nativeShadow)&&`adoptedStyleSheets`in Document.prototype&&`replace`in CSSStyleSheet.prototype,s=Symbol(),c=new WeakMap,l=class{constructor(e,t,n){if(this._$cssResult$=!0,n!==s)throw Error("CSSResult is not constructable. Use `unsafeCSS` or `css` instead.");this.cssText=e,this.t=t}get styleSheet(){let e=this.o,t=this.t;if(o&&e===void 0){let n=t!==void 0&&t.length===1;n&&(e=c.get(t)),e===void 0&&((this.o=e=new CSSStyleSheet).replaceSync(this.cssText),n&&c.set(t,e))}return e}toString(){return this.cssText}},u=e=>new l(typeof e==`string`?e:e+``,void 0,s),d=(e,...t)=>new l(e.length===1?e[0]:t.reduce((t,n,r)=>t+(e=>{if(!0===e._$cssResult$)return e.cssText;if(typeof e==`number`)return e;throw Error(`Value passed to 'css' function must be a 'css' function result: `+e+`. Use 'unsafeCSS' to pass non-literal values, but take care to ensure page security.`)})(n)+e[r+1],e[0]),e,s),ee=(e,t)=>{if(o)e.adoptedStyleSheets=t.map(e=>e instanceof CSSStyleSheet?e:e.styleSheet);else for(let n of t){let t=document.createElement(`style`),r=a.litNonce;r!==void 0&&t.setAttribute(`nonce`,r),t.textContent=n.cssText,e.appendChild(t)}},te=o?e=>e:e=>e instanceof CSSStyleSheet?(e=>{let t=``;for(let n of e.cssRules)t+=n.cssText;return u(t)})(e):e,{is:ne,defineProperty:re,getOwnPropertyDescriptor:ie,getOwnPropertyNames:ae,getOwnPropertySymbols:oe,getPrototypeOf:se}=Object,f=globalThis,ce=f.trustedTypes,le=ce?ce.emptyScript:``,ue=f.reactiveElementPolyfillSupport,p=(e,t)=>e,m={toAttribute(e,t){switch(t){case Boolean:e=e?le:null;break;case Object:case Array:e=e==null?e:JSON.stringify(e)}return e},fromAttribute(e,t){let n=e;switch(t){case Boolean:n=e!==null;break;case Number:n=e===null?null:Number(e);break;case Object:case Array:try{n=JSON.parse(e)}catch{n=null}}return n}},de=(e,t)=>!ne(e,t),fe={attribute:!0,type:String,converter:m,reflect:!1,useDefault:!1,hasChanged:de};Symbol.metadata??=Symbol(`metadata`),f.litPropertyMetadata??=new WeakMap;var h=class extends HTMLElement{static addInitializer(e){this._$Ei(),(this.l??=[]).push(e)}static get observedAttributes(){return this.finalize(),this._$Eh&&[...this._$Eh.keys()]}static createProperty(e,t=fe){if(t.state&&(t.attribute=!1),this._$Ei(),this.prototype.hasOwnProperty(e)&&((t=Object.create(t)).wrapped=!0),this.elementProperties.set(e,t),!t.noAccessor){let n=Symbol(),r=this.getPropertyDescriptor(e,n,t);r!==void 0&&re(this.prototype,e,r)}}static getPropertyDescriptor(e,t,n){let{get:r,set:i}=ie(this.prototype,e)??{get(){return this[t]},set(e){this[t]=e}};return{get:r,set(t){let a=r?.call(this);i?.call(this,t),this.requestUpdate(e,a,n)},configurable:!0,enumerable:!0}}static getPropertyOptions(e){return this.elementProperties.get(e)??fe}static _$Ei(){if(this.hasOwnProperty(p(`elementProperties`)))return;let e=se(this);e.finalize(),e.l!==void 0&&(this.l=[...e.l]),this.elementProperties=new Map(e.elementProperties)}static finalize(){if(this.hasOwnProperty(p(`finalized`)))return;if(this.finalized=!0,this._$Ei(),this.hasOwnProperty(p(`properties`))){let e=this.properties,t=[...ae(e),...oe(e)];for(let n of t)this.createProperty(n,e[n])}let e=this[Symbol.metadata];if(e!==null){let t=litPropertyMetadata.get(e);if(t!==void 0)for(let[e,n]of t)this.elementProperties.set(e,n)}this._$Eh=new Map;for(let[e,t]of this.elementProperties){let n=this._$Eu(e,t);n!==void 0&&this._$Eh.set(n,e)}this.elementStyles=this.finalizeStyles(this.styles)}static finalizeStyles(e){let t=[];if(Array.isArray(e)){let n=new Set(e.flat(1/0).reverse());for(let e of n)t.unshift(te(e))}else e!==void 0&&t.push(te(e));return t}static _$Eu(e,t){let n=t.attribute;return!1===n?void 0:typeof n==`string`?n:typeof e==`string`?e.toLowerCase():void 0}constructor(){super(),this._$Ep=void 0,this.isUpdatePending=!1,this.hasUpdated=!1,this._$Em=null,this._$Ev()}_$Ev(){this._$ES=new Promise(e=>this.enableUpdating=e),this._$AL=new Map,this._$E_(),this.requestUpdate(),this.constructor.l?.forEach(e=>e(this))}addController(e){(this._$EO??=new Set).add(e),this.renderRoot!==void 0&&this.isConnected&&e.hostConnected?.()}removeController(e){this._$EO?.delete(e)}_$E_(){let e=new Map,t=this.constructor.elementProperties;for(let n of t.keys())this.hasOwnProperty(n)&&(e.set(n,this[n]),delete this[n]);e.size>0&&(this._$Ep=e)}createRenderRoot(){let e=this.shadowRoot??this.attachShadow(this.constructor.shadowRootOptions);return ee(e,this.constructor.elementStyles),e}connectedCallback(){this.renderRoot??=this.createRenderRoot(),this.enableUpdating(!0),this._$EO?.forEach(e=>e.hostConnected?.())}enableUpdating(e){}disconnectedCallback(){this._$EO?.forEach(e=>e.hostDisconnected?.())}attributeChangedCallback(e,t,n){this._$AK(e,n)}_$ET(e,t){let n=this.constructor.elementProperties.get(e),r=this.constructor._$Eu(e,n);if(r!==void 0&&!0===n.reflect){let i=(n.converter?.toAttribute===void 0?m:n.converter).toAttribute(t,n.type);this._$Em=e,i==null?this.removeAttribute(r):this.setAttribute(r,i),this._$Em=null}}_$AK(e,t){let n=this.constructor,r=n._$Eh.get(e);if(r!==void 0&&this._$Em!==r){let e=n.getPropertyOptions(r),i=typeof e.converter==`function`?{fromAttribute:e.converter}:e.converter?.fromAttribute===void 0?m:e.converter;this._$Em=r;let a=i.fromAttribute(t,e.type);this[r]=a??this._$Ej?.get(r)??a,this._$Em=null}}requestUpdate(e,t,n,r=!1,i){if(e!==void 0){let a=this.constructor;if(!1===r&&(i=this[e]),n??=a.getPropertyOptions(e),!((n.hasChanged??de)(i,t)||n.useDefault&&n.reflect&&i===this._$Ej?.get(e)&&!this.hasAttribute(a._$Eu(e,n))))return;this.C(e,t,n)}!1===this.isUpdatePending&&(this._$ES=this._$EP())}C(e,t,{useDefault:n,reflect:r,wrapped:i},a){n&&!(this._$Ej??=new Map).has(e)&&(this._$Ej.set(e,a??t??this[e]),!0!==i||a!==void 0)||(this._$AL.has(e)||(this.hasUpdated||n||(t=void 0),this._$AL.set(e,t)),!0===r&&this._$Em!==e&&(this._$Eq??=new Set).add(e))}async _$EP(){this.isUpdatePending=!0;try{await this._$ES}catch(e){Promise.reject(e)}let e=this.scheduleUpdate();return e!=null&&await e,!this.isUpdatePending}scheduleUpdate(){return this.performUpdate()}performUpdate(){if(!this.isUpdatePending)return;if(!this.hasUpdated){if(this.renderRoot??=this.createRenderRoot(),this._$Ep){for(let[e,t]of this._$Ep)this[e]=t;this._$Ep=void 0}let e=this.constructor.elementProperties;if(e.size>0)for(let[t,n]of e){let{wrapped:e}=n,r=this[t];!0!==e||this._$AL.has(t)||r===void 0||this.C(t,void 0,n,r)}}let e=!1,t=this._$AL;try{e=this.shouldUpdate(t),e?(this.willUpdate(t),this._$EO?.forEach(e=>e.hostUpdate?.()),this.update(t)):this._$EM()}catch(t){throw e=!1,this._$EM(),t}e&&this._$AE(t)}willUpdate(e){}_$AE(e){this._$EO?.forEach(e=>e.hostUpdated?.()),this.hasUpdated||(this.hasUpdated=!0,this.firstUpdated(e)),this.updated(e)}_$EM(){this._$AL=new Map,this.isUpdatePending=!1}get updateComplete(){return this.getUpdateComplete()}getUpdateComplete(){return this._$ES}shouldUpdate(e){return!0}update(e){this._$Eq&&=this._$Eq.forEach(e=>this._$ET(e,this[e])),this._$EM()}updated(e){}firstUpdated(e){}};h.elementStyles=[],h.shadowRootOptions={mode:`open`},h[p(`elementProperties`)]=new Map,h[p(`finalized`)]=new Map,ue?.({ReactiveElement:h}),(f.reactiveElementVersions??=[]).push(`2.1.2`);var g=globalThis,pe=e=>e,_=g.trustedTypes,me=_?_.createPolicy(`lit-html`,{createHTML:e=>e}):void 0,v=`$lit$`,y=`lit$${Math.random().toFixed(9).slice(2)}$`,b=`?`+y,he=`<${b}>`,x=document,S=()=>x.createComment(``),C=e=>e===null||typeof e!=`object`&&typeof e!=`function`,w=Array.isArray,ge=e=>w(e)||typeof e?.[Symbol.iterator]==`function`,T=`[ 	
\f\r]`,E=/<(?:(!--|\/[^a-zA-Z])|(\/?[a-zA-Z][^>\s]*)|(\/?$))/g,_e=/-->/g,ve=/>/g,D=RegExp(`>|${T}(?:([^\\s"'>=/]+)(${T}*=${T}*(?:[^ \t\n\f\r"'\`<>=]|("|')|))|$)`,`g`),ye=/'/g,be=/"/g,xe=/^(?:script|style|textarea|title)$/i,O=(e=>(t,...n)=>({_$litType$:e,strings:t,values:n}))(1),k=Symbol.for(`lit-noChange`),A=Symbol.for(`lit-nothing`),Se=new WeakMap,j=x.createTreeWalker(x,129);function Ce(e,t){if(!w(e)||!e.hasOwnProperty(`raw`))throw Error(`invalid template strings array`);return me===void 0?t:me.createHTML(t)}var we=(e,t)=>{let n=e.length-1,r=[],i,a=t===2?`<svg>`:t===3?`<math>`:``,o=E;for(let t=0;t<n;t++){let n=e[t],s,c,l=-1,u=0;for(;u<n.length&&(o.lastIndex=u,c=o.exec(n),c!==null);)u=o.lastIndex,o===E?c[1]===`!--`?o=_e:c[1]===void 0?c[2]===void 0?c[3]!==void 0&&(o=D):(xe.test(c[2])&&(i=RegExp(`</`+c[2],`g`)),o=D):o=ve:o===D?c[0]===`>`?(o=i??E,l=-1):c[1]===void 0?l=-2:(l=o.lastIndex-c[2].length,s=c[1],o=c[3]===void 0?D:c[3]===`"`?be:ye):o===be||o===ye?o=D:o===_e||o===ve?o=E:(o=D,i=void 0);let d=o===D&&e[t+1].startsWith(`/>`)?` `:``;a+=o===E?n+he:l>=0?(r.push(s),n.slice(0,l)+v+n.slice(l)+y+d):n+y+(l===-2?t:d)}return[Ce(e,a+(e[n]||`<?>`)+(t===2?`</svg>`:t===3?`</math>`:``)),r]},M=class e{constructor({strings:t,_$litType$:n},r){let i;this.parts=[];let a=0,o=0,s=t.length-1,c=this.parts,[l,u]=we(t,n);if(this.el=e.createElement(l,r),j.currentNode=this.el.content,n===2||n===3){let e=this.el.content.firstChild;e.replaceWith(...e.childNodes)}for(;(i=j.nextNode())!==null&&c.length<s;){if(i.nodeType===1){if(i.hasAttributes())for(let e of i.getAttributeNames())if(e.endsWith(v)){let t=u[o++],n=i.getAttribute(e).split(y),r=/([.?@])?(.*)/.exec(t);c.push({type:1,index:a,name:r[2],strings:n,ctor:r[1]===`.`?Ee:r[1]===`?`?De:r[1]===`@`?Oe:F}),i.removeAttribute(e)}else e.startsWith(y)&&(c.push({type:6,index:a}),i.removeAttribute(e));if(xe.test(i.tagName)){let e=i.textContent.split(y),t=e.length-1;if(t>0){i.textContent=_?_.emptyScript:``;for(let n=0;n<t;n++)i.append(e[n],S()),j.nextNode(),c.push({type:2,index:++a});i.append(e[t],S())}}}else if(i.nodeType===8){if(i.data===b)c.push({type:2,index:a});else{let e=-1;for(;(e=i.data.indexOf(y,e+1))!==-1;)c.push({type:7,index:a}),e+=y.length-1}}a++}}static createElement(e,t){let n=x.createElement(`template`);return n.innerHTML=e,n}};function N(e,t,n=e,r){if(t===k)return t;let i=r===void 0?n._$Cl:n._$Co?.[r],a=C(t)?void 0:t._$litDirective$;return i?.constructor!==a&&(i?._$AO?.(!1),a===void 0?i=void 0:(i=new a(e),i._$AT(e,n,r)),r===void 0?n._$Cl=i:(n._$Co??=[])[r]=i),i!==void 0&&(t=N(e,i._$AS(e,t.values),i,r)),t}var Te=class{constructor(e,t){this._$AV=[],this._$AN=void 0,this._$AD=e,this._$AM=t}get parentNode(){return this._$AM.parentNode}get _$AU(){return this._$AM._$AU}u(e){let{el:{content:t},parts:n}=this._$AD,r=(e?.creationScope??x).importNode(t,!0);j.currentNode=r;let i=j.nextNode(),a=0,o=0,s=n[0];for(;s!==void 0;){if(a===s.index){let t;s.type===2?t=new P(i,i.nextSibling,this,e):s.type===1?t=new s.ctor(i,s.name,s.strings,this,e):s.type===6&&(t=new ke(i,this,e)),this._$AV.push(t),s=n[++o]}a!==s?.index&&(i=j.nextNode(),a++)}return j.currentNode=x,r}p(e){let t=0;for(let n of this._$AV)n!==void 0&&(n.strings===void 0?n._$AI(e[t]):(n._$AI(e,n,t),t+=n.strings.length-2)),t++}},P=class e{get _$AU(){return this._$AM?._$AU??this._$Cv}constructor(e,t,n,r){this.type=2,this._$AH=A,this._$AN=void 0,this._$AA=e,this._$AB=t,this._$AM=n,this.options=r,this._$Cv=r?.isConnected??!0}get parentNode(){let e=this._$AA.parentNode,t=this._$AM;return t!==void 0&&e?.nodeType===11&&(e=t.parentNode),e}get startNode(){return this._$AA}get endNode(){return this._$AB}_$AI(e,t=this){e=N(this,e,t),C(e)?e===A||e==null||e===``?(this._$AH!==A&&this._$AR(),this._$AH=A):e!==this._$AH&&e!==k&&this._(e):e._$litType$===void 0?e.nodeType===void 0?ge(e)?this.k(e):this._(e):this.T(e):this.$(e)}O(e){return this._$AA.parentNode.insertBefore(e,this._$AB)}T(e){this._$AH!==e&&(this._$AR(),this._$AH=this.O(e))}_(e){this._$AH!==A&&C(this._$AH)?this._$AA.nextSibling.data=e:this.T(x.createTextNode(e)),this._$AH=e}$(e){let{values:t,_$litType$:n}=e,r=typeof n==`number`?this._$AC(e):(n.el===void 0&&(n.el=M.createElement(Ce(n.h,n.h[0]),this.options)),n);if(this._$AH?._$AD===r)this._$AH.p(t);else{let e=new Te(r,this),n=e.u(this.options);e.p(t),this.T(n),this._$AH=e}}_$AC(e){let t=Se.get(e.strings);return t===void 0&&Se.set(e.strings,t=new M(e)),t}k(t){w(this._$AH)||(this._$AH=[],this._$AR());let n=this._$AH,r,i=0;for(let a of t)i===n.length?n.push(r=new e(this.O(S()),this.O(S()),this,this.options)):r=n[i],r._$AI(a),i++;i<n.length&&(this._$AR(r&&r._$AB.nextSibling,i),n.length=i)}_$AR(e=this._$AA.nextSibling,t){for(this._$AP?.(!1,!0,t);e!==this._$AB;){let t=pe(e).nextSibling;pe(e).remove(),e=t}}setConnected(e){this._$AM===void 0&&(this._$Cv=e,this._$AP?.(e))}},F=class{get tagName(){return this.element.tagName}get _$AU(){return this._$AM._$AU}constructor(e,t,n,r,i){this.type=1,this._$AH=A,this._$AN=void 0,this.element=e,this.name=t,this._$AM=r,this.options=i,n.length>2||n[0]!==``||n[1]!==``?(this._$AH=Array(n.length-1).fill(new String),this.strings=n):this._$AH=A}_$AI(e,t=this,n,r){let i=this.strings,a=!1;if(i===void 0)e=N(this,e,t,0),a=!C(e)||e!==this._$AH&&e!==k,a&&(this._$AH=e);else{let r=e,o,s;for(e=i[0],o=0;o<i.length-1;o++)s=N(this,r[n+o],t,o),s===k&&(s=this._$AH[o]),a||=!C(s)||s!==this._$AH[o],s===A?e=A:e!==A&&(e+=(s??``)+i[o+1]),this._$AH[o]=s}a&&!r&&this.j(e)}j(e){e===A?this.element.removeAttribute(this.name):this.element.setAttribute(this.name,e??``)}},Ee=class extends F{constructor(){super(...arguments),this.type=3}j(e){this.element[this.name]=e===A?void 0:e}},De=class extends F{constructor(){super(...arguments),this.type=4}j(e){this.element.toggleAttribute(this.name,!!e&&e!==A)}},Oe=class extends F{constructor(e,t,n,r,i){super(e,t,n,r,i),this.type=5}_$AI(e,t=this){if((e=N(this,e,t,0)??A)===k)return;let n=this._$AH,r=e===A&&n!==A||e.capture!==n.capture||e.once!==n.once||e.passive!==n.passive,i=e!==A&&(n===A||r);r&&this.element.removeEventListener(this.name,this,n),i&&this.element.addEventListener(this.name,this,e),this._$AH=e}handleEvent(e){typeof this._$AH==`function`?this._$AH.call(this.options?.host??this.element,e):this._$AH.handleEvent(e)}},ke=class{constructor(e,t,n){this.element=e,this.type=6,this._$AN=void 0,this._$AM=t,this.options=n}get _$AU(){return this._$AM._$AU}_$AI(e){N(this,e)}},Ae={M:v,P:y,A:b,C:1,L:we,R:Te,D:ge,V:N,I:P,H:F,N:De,U:Oe,B:Ee,F:ke},je=g.litHtmlPolyfillSupport;je?.(M,P),(g.litHtmlVersions??=[]).push(`3.3.3`);var Me=(e,t,n)=>{let r=n?.renderBefore??t,i=r._$litPart$;if(i===void 0){let e=n?.renderBefore??null;r._$litPart$=i=new P(t.insertBefore(S(),e),e,void 0,n??{})}return i._$AI(e),i},I=globalThis,L=class extends h{constructor(){super(...arguments),this.renderOptions={host:this},this._$Do=void 0}createRenderRoot(){let e=super.createRenderRoot();return this.renderOptions.renderBefore??=e.firstChild,e}update(e){let t=this.render();this.hasUpdated||(this.renderOptions.isConnected=this.isConnected),super.update(e),this._$Do=Me(t,this.renderRoot,this.renderOptions)}connectedCallback(){super.connectedCallback(),this._$Do?.setConnected(!0)}disconnectedCallback(){super.disconnectedCallback(),this._$Do?.setConnected(!1)}render(){return k}};L._$litElement$=!0,L.finalized=!0,I.litElementHydrateSupport?.({LitElement:L});var Ne=I.litElementPolyfillSupport;Ne?.({LitElement:L}),(I.litElementVersions??=[]).push(`4.2.2`);function Pe(e){let t=()=>{e.onStatus(`refused`,`The synchronisation is not built in yet.`)};return queueMicrotask(t),{close:()=>void 0,restart:t}}var Fe=d`
  :host {
    --_surface: var(--docsync-surface, light-dark(#ffffff, #16181d));
    --_raised: var(--docsync-raised, light-dark(#ffffff, #1f2229));
    --_sunken: var(--docsync-sunken, light-dark(#f3f4f6, #24272f));
    --_text: var(--docsync-text, light-dark(#1d2129, #e7e9ee));
    --_muted: var(--docsync-muted, light-dark(#5b6472, #a0a8b6));
    --_line: var(--docsync-line, light-dark(#e3e6eb, #31353f));
    --_edge: var(--docsync-edge, light-dark(#868f9d, #747d8c));
    --_accent: var(--docsync-accent, light-dark(#1a66c9, #74aaff));
    --_accent-strong: var(--docsync-accent-strong, light-dark(#1456ac, #93bdff));
    --_accent-soft: light-dark(#e4eefb, #1f304a);
    --_on-accent: light-dark(#ffffff, #0d1b30);
    --_success: light-dark(#1c7a45, #62c88d);
    --_warning: light-dark(#8a5a00, #efbb5c);
    --_warning-soft: light-dark(#fdf3dc, #372c14);
    --_danger: light-dark(#bf2b32, #ff8b8b);
    --_danger-soft: light-dark(#fdeaea, #3d2023);
    --_grid: light-dark(#e9ebef, #2a2e36);
    --_radius: 6px;
    --_font: var(
      --docsync-font,
      system-ui,
      -apple-system,
      "Segoe UI",
      Roboto,
      "Helvetica Neue",
      "Noto Sans",
      Arial,
      sans-serif
    );
    --_mono: ui-monospace, SFMono-Regular, Menlo, Consolas, "DejaVu Sans Mono", monospace;
    --_shadow: 0 1px 2px light-dark(#1d212914, #0006), 0 6px 20px light-dark(#1d21291f, #0009);
  }
`,R=d`
  :host {
    display: block;
    box-sizing: border-box;
    min-inline-size: 0;
    max-inline-size: 100%;
    color: var(--_text) !important;
    font-family: var(--_font) !important;
    font-size: 14px !important;
    font-style: normal !important;
    font-weight: 400 !important;
    line-height: 20px !important;
    letter-spacing: normal !important;
    text-transform: none !important;
    text-indent: 0 !important;
    word-spacing: normal !important;
    text-align: start;
    white-space: normal;
    -webkit-text-size-adjust: 100%;
    -webkit-tap-highlight-color: transparent;
  }
  :host([hidden]) {
    display: none !important;
  }
  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }
  :focus-visible {
    outline: 2px solid var(--_accent);
    outline-offset: 2px;
  }
  .hidden-visually {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  @media (prefers-reduced-motion: reduce) {
    *,
    *::before,
    *::after {
      animation-duration: 0.01ms !important;
      animation-iteration-count: 1 !important;
      transition-duration: 0.01ms !important;
    }
  }
`,z=d`
  :host {
    inline-size: 300px;
  }
  label,
  .label {
    display: block;
    margin-block-end: 4px;
    font-size: 13px;
    font-weight: 500;
    line-height: 20px;
    color: var(--_text);
    overflow-wrap: anywhere;
  }
  .field {
    display: block;
    inline-size: 100%;
    block-size: 36px;
    margin: 0;
    padding: 0 12px;
    border: 1px solid var(--_edge);
    border-radius: var(--_radius);
    background: var(--_raised);
    color: inherit;
    font: inherit;
    letter-spacing: inherit;
    transition:
      border-color 120ms,
      box-shadow 120ms;
  }
  .field:hover:not(:disabled) {
    border-color: var(--_muted);
  }
  .field:focus-visible {
    outline: 2px solid var(--_accent);
    outline-offset: -1px;
    border-color: var(--_accent);
  }
  .field::placeholder {
    color: var(--_muted);
    opacity: 1;
  }
  :disabled {
    cursor: not-allowed;
  }
  :host([data-disabled]) {
    opacity: 0.55;
  }
  @media (pointer: coarse) {
    .field {
      block-size: 44px;
      /* Less than this makes a phone zoom into the field. */
      font-size: 16px;
    }
  }
`;function B(e){return typeof e==`object`&&!!e&&`type`in e&&`get`in e&&typeof e.get==`function`}function V(e,t,n=``){let r=e.get(t);return typeof r==`string`?r:typeof r==`number`||typeof r==`boolean`?String(r):n}function H(e,t,n){return U(e,t)??n}function U(e,t){let n=e.get(t);return typeof n==`number`&&Number.isFinite(n)?n:void 0}function W(e,t,n=!1){let r=e.get(t);return typeof r==`boolean`?r:n}function Ie(e,t){let n=e.get(t);return B(n)?n:void 0}function Le(e,t){return Re(e,t).filter(B)}function Re(e,t){let n=e.get(t);return Array.isArray(n)?n:[]}function ze(e){return typeof e==`object`&&!!e&&!Array.isArray(e)&&!ArrayBuffer.isView(e)&&!B(e)}function Be(e,t){let n=V(e,`sizing_mode`),r=U(e,`width`),i=U(e,`height`),a={width:K(r),height:K(i),minWidth:K(U(e,`min_width`)),maxWidth:Ge(U(e,`max_width`)),minHeight:K(U(e,`min_height`)),maxHeight:K(U(e,`max_height`)),flex:``,alignSelf:Ue(e,t),aspectRatio:``,margin:We(e.get(`margin`))},o=n===`stretch_both`||n===`scale_both`;return(n===`stretch_width`||n===`scale_width`||o)&&(a.width=t===`row`?`0`:`auto`,t===`row`?a.flex=`1 1 0`:a.alignSelf=`stretch`),(n===`stretch_height`||n===`scale_height`||o)&&(a.height=t===`column`?`0`:`auto`,t===`column`?a.flex=`1 1 0`:a.alignSelf=`stretch`,i!==void 0&&a.minHeight===``&&(a.minHeight=K(i))),n===`scale_width`&&r!==void 0&&i!==void 0&&(a.height=`auto`,a.aspectRatio=`${r} / ${i}`),n===`scale_height`&&r!==void 0&&i!==void 0&&(a.width=`auto`,a.aspectRatio=`${r} / ${i}`),a}function G(e,t,n){let r=Be(t,n);Object.assign(e.style,r),e.toggleAttribute(`data-stretch`,r.flex!==``),e.hidden=!W(t,`visible`,!0),e.toggleAttribute(`data-disabled`,W(t,`disabled`));let i=V(t,`name`);i===``?e.removeAttribute(`data-name`):e.setAttribute(`data-name`,i),He(e,t.get(`css_classes`));let a=t.get(`styles`);if(ze(a))for(let[t,n]of Object.entries(a))typeof n==`string`&&e.style.setProperty(t.replaceAll(`_`,`-`),n)}var Ve=new WeakMap;function He(e,t){let n=Array.isArray(t)?t.filter(e=>typeof e==`string`&&/^\S+$/.test(e)):[];e.classList.remove(...Ve.get(e)??[]),e.classList.add(...n),Ve.set(e,n)}function Ue(e,t){let n=e.get(`align`),r=Array.isArray(n)?n[+(t===`row`)]:n;return r===`center`?`center`:r===`end`?`flex-end`:r===`start`?`flex-start`:``}function We(e){return typeof e==`number`?K(e):Array.isArray(e)?e.filter(e=>typeof e==`number`).map(K).join(` `):``}function K(e){return e===void 0?``:`${e}px`}function Ge(e){return e===void 0?``:`min(${e}px, 100%)`}var q=class extends L{direction=`column`;#e;#t;get model(){if(this.#e===void 0)throw Error(`${this.localName} has no model yet`);return this.#e}set model(e){e!==this.#e&&(this.#r(),this.#e=e,this.isConnected&&this.#n(),this.requestUpdate())}connectedCallback(){super.connectedCallback(),this.#n(),this.requestUpdate()}disconnectedCallback(){super.disconnectedCallback(),this.#r()}changed(e){this.requestUpdate()}shouldUpdate(){return this.#e!==void 0}updated(){G(this,this.model,this.direction)}#n(){this.#t??=this.#e?.observe(e=>{this.changed(e)})}#r(){this.#t?.cancel(),this.#t=void 0}},Ke=new Map,qe=new Map;function J(e,t,...n){customElements.get(e)===void 0&&customElements.define(e,t);for(let t of n)Ke.set(t,e)}function Je(e,t,n){qe.set(t,{tag:e,load:n})}function Ye(e,t){let n=Ke.get(e.type);if(n!==void 0)return Y(document.createElement(n),e,t);let r=qe.get(e.type);if(r===void 0)return Xe(`No view for “${e.type}” yet`,`missing`);let i=document.createElement(r.tag);return i instanceof q?Y(i,e,t):(i.className=`pending`,G(i,e,t),r.load().then(()=>{i.classList.remove(`pending`),customElements.upgrade(i),Y(i,e,t)},e=>{i.className=`placeholder failed`,i.textContent=`This part of the page could not be loaded. Reload the page to try again.`;let t={detail:{message:String(e)},bubbles:!0,composed:!0};i.dispatchEvent(new CustomEvent(`docsync:error`,t))}),i)}function Y(e,t,n){if(!(e instanceof q))throw TypeError(`${e.localName} is defined by something else on this page`);return e.direction=n,e.model=t,e}function Xe(e,t){let n=document.createElement(`div`);return n.className=`placeholder ${t}`,n.textContent=e,n}var Ze=d`
  .placeholder {
    padding: 12px 16px;
    border: 1px dashed var(--_edge);
    border-radius: var(--_radius);
    color: var(--_muted);
  }
  .placeholder.failed {
    border-color: var(--_danger);
    color: var(--_danger);
  }
  .pending {
    display: block;
    box-sizing: border-box;
    inline-size: 600px;
    block-size: 600px;
    max-inline-size: 100%;
    border-radius: var(--_radius);
    background: var(--_sunken);
  }
`;function Qe(e,t,n,r){let i=new Set(t);for(let[e,t]of n)i.has(e)||(t.remove(),n.delete(e));let a=e.firstChild;for(let t of i){let i=n.get(t);i===void 0&&(i=Ye(t,r),n.set(t,i)),i===a?a=a.nextSibling:e.insertBefore(i,a)}}var $e=class extends q{static styles=[R,Ze,d`
      :host {
        display: flex;
      }
      .box {
        display: flex;
        flex: 1 1 auto;
        align-items: flex-start;
        min-inline-size: 0;
      }
      .box.column {
        flex-direction: column;
      }
      .box > * {
        flex-shrink: 1;
        min-inline-size: 0;
      }
      .box.column > * {
        flex-shrink: 0;
      }
      @container (max-width: 599px) {
        .box.row {
          flex-wrap: wrap;
        }
        .box.row > [data-stretch] {
          min-inline-size: min(100%, 240px);
        }
      }
    `];#e=new Map;render(){return O`<div class="box ${this.flow}"></div>`}updated(){super.updated();let e=this.renderRoot.firstElementChild;e instanceof HTMLElement&&(e.style.gap=`${H(this.model,`spacing`,0)}px`,Qe(e,Le(this.model,`children`),this.#e,this.flow))}},et=class extends $e{flow=`row`},tt=class extends $e{flow=`column`},nt=class extends q{static styles=R};J(`docsync-row`,et,`Row`),J(`docsync-column`,tt,`Column`,`Box`),J(`docsync-spacer`,nt,`Spacer`);var rt=[`default`,`primary`,`success`,`warning`,`danger`,`light`];J(`docsync-button`,class extends q{static styles=[R,d`
      :host {
        inline-size: 300px;
      }
      button {
        display: block;
        inline-size: 100%;
        min-block-size: 36px;
        block-size: 100%;
        padding: 4px 16px;
        border: 1px solid var(--_edge);
        border-radius: var(--_radius);
        background: var(--_raised);
        color: var(--_text);
        font: inherit;
        font-weight: 500;
        letter-spacing: inherit;
        cursor: pointer;
        transition:
          background 120ms,
          border-color 120ms,
          color 120ms;
      }
      button:hover:not(:disabled) {
        border-color: var(--_muted);
        background: var(--_sunken);
      }
      button:active:not(:disabled) {
        transform: translateY(0.5px);
      }
      button:disabled {
        opacity: 0.55;
        cursor: not-allowed;
      }
      .primary,
      .success,
      .warning,
      .danger {
        border-color: transparent;
        background: var(--_fill);
        color: light-dark(#ffffff, #10151d);
      }
      .primary:hover:not(:disabled),
      .success:hover:not(:disabled),
      .warning:hover:not(:disabled),
      .danger:hover:not(:disabled) {
        border-color: transparent;
        background: color-mix(in srgb, var(--_fill) 86%, light-dark(#000, #fff));
      }
      .primary {
        --_fill: var(--_accent);
      }
      .success {
        --_fill: var(--_success);
      }
      .warning {
        --_fill: var(--_warning);
      }
      .danger {
        --_fill: var(--_danger);
      }
      .light {
        border-color: transparent;
        background: none;
        color: var(--_accent);
      }
      @media (pointer: coarse) {
        button {
          min-block-size: 44px;
        }
      }
      @media (forced-colors: active) {
        button {
          border-color: ButtonBorder;
        }
      }
    `];render(){let e=V(this.model,`button_type`);return O`<button
      type="button"
      class=${rt.includes(e)?e:`default`}
      ?disabled=${W(this.model,`disabled`)}
      @click=${this.#e}
    >
      ${V(this.model,`label`,`Button`)}
    </button>`}#e=()=>{this.model.emit(`button_click`)}},`Button`);var it=(function(){let e=typeof document<`u`&&document.createElement(`link`).relList;return e&&e.supports&&e.supports(`modulepreload`)?`modulepreload`:`preload`})(),at=function(e,t){return new URL(e,t).href},ot={},st=function(e){return e.pathname.endsWith(`.css`)},ct=function(e,t,n){if(t in e)return e[t];let r=n();if(!r){e[t]=void 0;return}let i=r.then(()=>{e[t]=void 0},n=>{throw e[t]=void 0,n});return e[t]=i,i},lt=function(e,t,n){let r=Promise.resolve();if(t&&t.length>0){let e,i=document.querySelector(`meta[property=csp-nonce]`),a=i?.nonce||i?.getAttribute(`nonce`);function o(e){return Promise.all(e.map(e=>Promise.resolve(e).then(e=>({status:`fulfilled`,value:e}),e=>({status:`rejected`,reason:e}))))}function s(e){return import.meta.resolve?new URL(import.meta.resolve(e)):new URL(e,import.meta.url)}r=o(t.map(t=>{t=at(t,n);let r=s(t),i=st(r);return ct(ot,r.href,()=>{if(e===void 0){e={all:new Set,styles:new Set};let t=document.getElementsByTagName(`link`);for(let n=t.length-1;n>=0;n--){let r=t[n];e.all.add(r.href),r.rel===`stylesheet`&&e.styles.add(r.href)}}if((i?e.styles:e.all).has(r.href))return;let t=document.createElement(`link`);if(t.rel=i?`stylesheet`:it,i||(t.as=`script`),t.crossOrigin=``,t.href=r.href,a&&t.setAttribute(`nonce`,a),document.head.appendChild(t),i)return new Promise((e,n)=>{let i=a=>{t.removeEventListener(`load`,i),t.removeEventListener(`error`,i),a.type===`error`?n(Error(`Unable to preload CSS for ${r}`)):e(a)};t.addEventListener(`load`,i),t.addEventListener(`error`,i)})})}).filter(e=>e!==void 0))}function i(e){let t=new Event(`vite:preloadError`,{cancelable:!0});if(t.payload=e,window.dispatchEvent(t),!t.defaultPrevented)throw e}return r.then(t=>{for(let e of t||[])e.status===`rejected`&&i(e.reason);return e().catch(i)})},X=d`
  :host {
    overflow-wrap: break-word;
  }
  .content > :first-child {
    margin-block-start: 0;
  }
  .content > :last-child {
    margin-block-end: 0;
  }
  h1,
  h2,
  h3,
  h4 {
    margin: 20px 0 8px;
    font-weight: 600;
    line-height: 1.25;
    letter-spacing: -0.01em;
    text-wrap: balance;
  }
  h1 {
    font-size: 24px;
  }
  h2 {
    font-size: 20px;
  }
  h3 {
    font-size: 16px;
  }
  h4 {
    font-size: 14px;
  }
  p,
  ul,
  ol,
  pre,
  table {
    margin: 0 0 12px;
  }
  a {
    color: var(--_accent);
    text-underline-offset: 2px;
  }
  img,
  svg {
    max-inline-size: 100%;
  }
  code,
  pre,
  kbd {
    font-family: var(--_mono);
    font-size: 13px;
  }
  code {
    padding: 1px 4px;
    border-radius: 4px;
    background: var(--_sunken);
  }
  pre code {
    padding: 0;
    background: none;
  }
  table {
    border-collapse: collapse;
    font-variant-numeric: tabular-nums;
  }
  th,
  td {
    padding: 4px 12px;
    border-block-end: 1px solid var(--_line);
    text-align: start;
  }
`,ut=class extends q{static styles=[R,X];#e=``;render(){return O`<div class="content"></div>`}updated(){super.updated();let e=this.renderRoot.firstElementChild;if(e===null)return;let t=V(this.model,`text`),n=W(this.model,`render_as_text`)||!/[<&]/.test(t),r=`${n?`text`:`markup`}:${t}`;r!==this.#e&&(this.#e=r,n?e.textContent=t:this.#t(e,t,r))}async#t(e,t,n){let{sanitize:r}=await lt(async()=>{let{sanitize:e}=await import(`./sanitize-DBKOKZ1u.js`);return{sanitize:e}},[],import.meta.url);n===this.#e&&e.replaceChildren(r(t))}},dt=class extends q{static styles=[R,X];render(){return O`<div class="content"><p>${V(this.model,`text`)}</p></div>`}},ft=class extends q{static styles=[R,X,d`
      pre {
        overflow-x: auto;
        padding: 12px 16px;
        border: 1px solid var(--_line);
        border-radius: var(--_radius);
        background: var(--_sunken);
        white-space: pre-wrap;
      }
    `];render(){return O`<div class="content"><pre tabindex="0">${V(this.model,`text`)}</pre></div>`}};J(`docsync-div`,ut,`Div`),J(`docsync-paragraph`,dt,`Paragraph`),J(`docsync-pre-text`,ft,`PreText`);var Z={ATTRIBUTE:1,CHILD:2,PROPERTY:3,BOOLEAN_ATTRIBUTE:4,EVENT:5,ELEMENT:6},pt=e=>(...t)=>({_$litDirective$:e,values:t}),mt=class{constructor(e){}get _$AU(){return this._$AM._$AU}_$AT(e,t,n){this._$Ct=e,this._$AM=t,this._$Ci=n}_$AS(e,t){return this.update(e,t)}update(e,t){return this.render(...t)}},{I:ht}=Ae,gt=e=>e.strings===void 0,_t={},vt=(e,t=_t)=>e._$AH=t,Q=pt(class extends mt{constructor(e){if(super(e),e.type!==Z.PROPERTY&&e.type!==Z.ATTRIBUTE&&e.type!==Z.BOOLEAN_ATTRIBUTE)throw Error("The `live` directive is not allowed on child or event bindings");if(!gt(e))throw Error("`live` bindings can only contain a single expression")}render(e){return e}update(e,[t]){if(t===k||t===A)return t;let n=e.element,r=e.name;if(e.type===Z.PROPERTY){if(t===n[r])return k}else if(e.type===Z.BOOLEAN_ATTRIBUTE){if(!!t===n.hasAttribute(r))return k}else if(e.type===Z.ATTRIBUTE&&n.getAttribute(r)===t+``)return k;return vt(e),t}});function yt(e){return Array.isArray(e)?[{options:e.map(bt)}]:ze(e)?Object.entries(e).map(([e,t])=>({label:e,options:Array.isArray(t)?t.map(bt):[]})):[]}function bt(e){if(Array.isArray(e)){let[t,n]=e;return{value:t,label:String(n??t)}}return{value:e,label:String(e)}}J(`docsync-select`,class extends q{static styles=[R,z,d`
      .frame {
        position: relative;
      }
      select {
        appearance: none;
        padding-inline-end: 32px !important;
        text-overflow: ellipsis;
        cursor: pointer;
      }
      option,
      optgroup {
        background: var(--_raised);
        color: var(--_text);
      }
      svg {
        position: absolute;
        inset-inline-end: 12px;
        inset-block-start: calc(50% - 6px);
        inline-size: 12px;
        block-size: 12px;
        fill: none;
        stroke: var(--_muted);
        stroke-width: 1.75;
        stroke-linecap: round;
        stroke-linejoin: round;
        pointer-events: none;
      }
    `];#e=[];render(){let e=this.model,t=V(e,`title`),n=yt(e.get(`options`));this.#e=n.flatMap(e=>e.options);let r=this.#e.findIndex(t=>t.value===e.get(`value`));return O`
      ${t===``?A:O`<label for="input">${t}</label>`}
      <div class="frame">
        <select
          id="input"
          class="field"
          aria-label=${t===``?`Choice`:t}
          .value=${Q(String(r))}
          ?disabled=${W(e,`disabled`)}
          @change=${this.#n}
        >
          ${r<0?O`<option value="-1" hidden selected></option>`:A}
          ${this.#t(n,r)}
        </select>
        <svg viewBox="0 0 12 12" aria-hidden="true"><path d="M2 4.5l4 4 4-4" /></svg>
      </div>
    `}#t(e,t){let n=0;return e.map(e=>{let r=e.options.map(e=>{let r=n++;return O`<option value=${r} .selected=${r===t}>${e.label}</option>`});return e.label===void 0?O`${r}`:O`<optgroup label=${e.label}>${r}</optgroup>`})}#n=e=>{let t=this.#e[Number(e.target.value)];t!==void 0&&this.model.set(`value`,t.value)}},`Select`);function xt(e){if(typeof e==`string`)return e===``?void 0:e;if(!Array.isArray(e)||e.length<3||e.length>4)return;let t=e.map(Number);if(!t.every(Number.isFinite))return;let[n=0,r=0,i=0,a=1]=t;return a>=1?`rgb(${n} ${r} ${i})`:`rgb(${n} ${r} ${i} / ${Math.max(a,0)})`}function St(e,t){if(!Number.isFinite(e))return Number.isNaN(e)?`–`:e>0?`∞`:`−∞`;if(/\d+:\d+/.test(t))return Dt(e);let n=/[+-]?\d[\d,]*(?:\[?\.\]?[\d[\]]*)?/.exec(t);if(n===null)return t===``?Ct(e):t;let r=t.slice(0,n.index).replace(/[+(-]$/,``),i=t.slice(n.index+n[0].length),a=e,o=``,s=``;if(i.includes(`%`)&&(a*=100),/^\s?e[+-]0/.test(i)){let e=a===0?0:Math.floor(Math.log10(Math.abs(a)));s=`e${e<0?`-`:`+`}${Math.abs(e)}`,a/=10**e,i=i.replace(/^\s?e[+-]0+/,``)}else/^\s?a/.test(i)&&([a,o]=Et(a),i=i.replace(/a/,``));let c=t.includes(`+`),l=wt(Math.abs(a),n[0]);return`${r}${a<0&&/[1-9]/.test(l)?`-`:c&&a>=0?`+`:``}${l}${s}${o}${i}`.trim()}function Ct(e){if(e===0)return`0`;let t=Math.abs(e);return t>=0x38d7ea4c68000||t<1e-6?e.toExponential().replace(`e+`,`e`):String(Number(e.toPrecision(12)))}function wt(e,t){let[n=`0`,r=``]=t.replace(`[.]`,`.`).split(`.`),i=t.includes(`[.]`),a=r.replace(/\[.*?\]/g,``).length,o=r.replace(/[[\]]/g,``).length,s=e.toFixed(Math.min(o,20));i&&Number(s)%1==0?s=s.split(`.`)[0]??s:a<o&&(s=Tt(s,a));let[c=`0`,l]=s.split(`.`),u=/^[+-]?(0+)/.exec(n)?.[1]?.length??1,d=n.includes(`,`)?c.replace(/\B(?=(\d{3})+$)/g,`,`):c.padStart(u,`0`);return l===void 0||l===``?d:`${d}.${l}`}function Tt(e,t){let n=e.indexOf(`.`);if(n<0)return e;let r=e.length;for(;r>n+1+t&&e[r-1]===`0`;)--r;return e.slice(0,r)}function Et(e){let t=Math.abs(e);return t>=0xe8d4a51000?[e/0xe8d4a51000,`t`]:t>=1e9?[e/1e9,`b`]:t>=1e6?[e/1e6,`m`]:t>=1e3?[e/1e3,`k`]:[e,``]}function Dt(e){let t=Math.round(Math.abs(e)),n=e=>String(e).padStart(2,`0`),r=`${Math.floor(t/3600)}:${n(Math.floor(t/60)%60)}:${n(t%60)}`;return e<0?`-${r}`:r}var Ot=class extends q{static styles=[R,z,d`
      .head {
        display: flex;
        gap: 12px;
        justify-content: space-between;
        align-items: baseline;
        margin: 0;
      }
      output {
        flex: none;
        color: var(--_muted);
        font-variant-numeric: tabular-nums;
        font-weight: 400;
      }
      input {
        --_track: 4px;
        --_thumb: 18px;
        appearance: none;
        display: block;
        inline-size: 100%;
        block-size: 28px;
        margin: 0;
        background: none;
        cursor: pointer;
        touch-action: pan-y;
      }
      input:focus-visible {
        outline: none;
      }
      input::-webkit-slider-runnable-track {
        block-size: var(--_track);
        border-radius: 2px;
        background: linear-gradient(var(--_bar, var(--_accent)) 0 0) 0 / var(--_fill) 100% no-repeat
          var(--_track-color);
      }
      input::-moz-range-track {
        block-size: var(--_track);
        border-radius: 2px;
        background: var(--_track-color);
      }
      input::-moz-range-progress {
        block-size: var(--_track);
        border-radius: 2px;
        background: var(--_bar, var(--_accent));
      }
      input::-webkit-slider-thumb {
        appearance: none;
        inline-size: var(--_thumb);
        block-size: var(--_thumb);
        margin-block-start: calc((var(--_track) - var(--_thumb)) / 2);
        border: 2px solid var(--_bar, var(--_accent));
        border-radius: 50%;
        background: var(--_raised);
        box-shadow: 0 1px 2px #0003;
        transition: box-shadow 120ms;
      }
      input::-moz-range-thumb {
        inline-size: calc(var(--_thumb) - 4px);
        block-size: calc(var(--_thumb) - 4px);
        border: 2px solid var(--_bar, var(--_accent));
        border-radius: 50%;
        background: var(--_raised);
        box-shadow: 0 1px 2px #0003;
      }
      input:hover:not(:disabled)::-webkit-slider-thumb,
      input:active:not(:disabled)::-webkit-slider-thumb {
        box-shadow: 0 0 0 6px color-mix(in srgb, var(--_bar, var(--_accent)) 16%, transparent);
      }
      input:focus-visible::-webkit-slider-thumb {
        outline: 2px solid var(--_accent);
        outline-offset: 3px;
      }
      input:focus-visible::-moz-range-thumb {
        outline: 2px solid var(--_accent);
        outline-offset: 3px;
      }
      :host {
        --_track-color: light-dark(#d6dae1, #3a3f4a);
      }
      :host([data-vertical]) {
        inline-size: auto;
      }
      :host([data-vertical]) input {
        writing-mode: vertical-lr;
        inline-size: 28px;
        block-size: 200px;
        direction: rtl;
        appearance: auto;
        accent-color: var(--_bar, var(--_accent));
      }
      :host([data-vertical][data-rtl]) input {
        direction: ltr;
      }
      :host([data-rtl]:not([data-vertical])) input {
        direction: rtl;
        --_from: 100%;
      }
      :host([data-rtl]:not([data-vertical])) input::-webkit-slider-runnable-track {
        background-position-x: 100%;
      }
      @media (pointer: coarse) {
        input {
          --_thumb: 24px;
          block-size: 44px;
        }
      }
      @media (forced-colors: active) {
        input {
          appearance: auto;
        }
      }
    `];#e;#t=0;disconnectedCallback(){super.disconnectedCallback(),this.#a()}render(){let e=this.model,t=H(e,`start`,0),n=H(e,`end`,1),r=this.#e??H(e,`value`,t),i=V(e,`title`),a=this.#r(r),o=n>t?(Math.min(Math.max(r,t),n)-t)/(n-t):0;this.toggleAttribute(`data-vertical`,V(e,`orientation`)===`vertical`),this.toggleAttribute(`data-rtl`,V(e,`direction`)===`rtl`),this.style.setProperty(`--_part`,String(o));let s=`var(--_thumb)`;this.style.setProperty(`--_fill`,`calc(${s} / 2 + (100% - ${s}) * ${o})`),this.#n();let c=W(e,`show_value`,!0);return O`
      ${i===``&&!c?A:O`<label class="head" for="input">
              <span>${i}</span>
              ${c?O`<output for="input">${a}</output>`:A}
            </label>`}
      <input
        id="input"
        type="range"
        min=${t}
        max=${n}
        step=${kt(H(e,`step`,1))}
        .value=${Q(String(r))}
        ?disabled=${W(e,`disabled`)}
        aria-label=${i===``?`Value`:i}
        aria-valuetext=${a}
        @input=${this.#i}
        @change=${this.#o}
      />
    `}#n(){let e=xt(this.model.get(`bar_color`));e===void 0||e===`#e6e6e6`?this.style.removeProperty(`--_bar`):this.style.setProperty(`--_bar`,e)}#r(e){let t=Ie(this.model,`format`),n=V(t===void 0?this.model:t,`format`);return St(e,n===``?`0[.]00`:n)}#i=e=>{this.#e=At(e),this.requestUpdate(),this.#t===0&&(this.#t=requestAnimationFrame(this.#a))};#a=()=>{cancelAnimationFrame(this.#t),this.#t=0;let e=this.#e;this.#e=void 0,e!==void 0&&e!==this.model.get(`value`)&&this.model.set(`value`,e)};#o=e=>{let t=At(e);cancelAnimationFrame(this.#t),this.#t=0,this.#e=void 0,this.model.setAll({value:t,value_throttled:t})}};function kt(e){return e>0?e:`any`}function At(e){return e.target.valueAsNumber}J(`docsync-slider`,Ot,`Slider`),J(`docsync-text-input`,class extends q{static styles=[R,z,d`
      .affixed {
        display: flex;
        align-items: center;
        gap: 8px;
        color: var(--_muted);
      }
    `];#e;render(){let e=this.model,t=V(e,`title`),n=V(e,`prefix`),r=V(e,`suffix`),i=U(e,`max_length`);return O`
      ${t===``?A:O`<label for="input">${t}</label>`}
      <div class="affixed">
        ${n===``?A:O`<span>${n}</span>`}
        <input
          id="input"
          class="field"
          type=${e.type===`PasswordInput`?`password`:`text`}
          autocomplete="off"
          aria-label=${t===``?V(e,`placeholder`)||`Text`:t}
          placeholder=${V(e,`placeholder`)}
          maxlength=${i??A}
          .value=${Q(this.#e??V(e,`value`))}
          ?disabled=${W(e,`disabled`)}
          @input=${this.#t}
          @change=${this.#n}
          @blur=${this.#r}
          @keydown=${this.#i}
        />
        ${r===``?A:O`<span>${r}</span>`}
      </div>
    `}#t=e=>{this.#e=e.target.value,this.model.set(`value_input`,this.#e)};#n=e=>{let{value:t}=e.target;this.#e=void 0,t!==V(this.model,`value`)&&this.model.set(`value`,t),this.requestUpdate()};#r=()=>{this.#e=void 0,this.requestUpdate()};#i=e=>{e.key===`Escape`&&this.#e!==void 0&&(this.#e=void 0,this.requestUpdate())}},`TextInput`,`PasswordInput`),Je(`docsync-figure`,`Figure`,()=>lt(()=>import(`./figure-BvRk9kiK.js`),[],import.meta.url));var jt=d`
  :host {
    position: relative;
    inline-size: 100%;
    container-type: inline-size;
  }
  .roots {
    display: flex;
    flex-direction: column;
    align-items: flex-start;
  }
  .roots > * {
    max-inline-size: 100%;
  }
  :host([data-status="gone"]) .roots,
  :host([data-status="refused"]) .roots {
    opacity: 0.4;
    filter: grayscale(0.6);
  }
  .banner {
    position: sticky;
    inset-block-end: 16px;
    z-index: 2;
    display: flex;
    justify-content: center;
    block-size: 0;
    align-items: flex-end;
    pointer-events: none;
  }
  .pill {
    display: inline-flex;
    gap: 8px;
    align-items: center;
    margin-block-end: 8px;
    padding: 6px 14px 6px 12px;
    border: 1px solid var(--_line);
    border-radius: 999px;
    background: var(--_raised);
    color: var(--_text);
    font-size: 13px;
    box-shadow: var(--_shadow);
    pointer-events: auto;
    animation: rise 160ms ease-out;
  }
  .dot {
    inline-size: 8px;
    block-size: 8px;
    border-radius: 50%;
    background: var(--_warning);
    animation: pulse 1.2s ease-in-out infinite;
  }
  .skeleton {
    display: flex;
    flex-wrap: wrap;
    gap: 24px;
    inline-size: 100%;
    padding: 8px;
  }
  .skeleton .lines {
    display: grid;
    flex: 1 1 200px;
    max-inline-size: 300px;
    gap: 20px;
    align-content: start;
  }
  .skeleton i,
  .skeleton .block {
    border-radius: var(--_radius);
    background: linear-gradient(
        100deg,
        transparent 30%,
        light-dark(#ffffffb0, #ffffff0d) 50%,
        transparent 70%
      )
      0 0 / 300% 100% var(--_sunken);
    animation: shimmer 1.6s linear infinite;
  }
  .skeleton i {
    block-size: 36px;
  }
  .skeleton i:nth-child(2) {
    inline-size: 80%;
  }
  .skeleton .block {
    flex: 1 1 320px;
    max-inline-size: 480px;
    block-size: 280px;
  }
  .notice {
    display: grid;
    gap: 4px;
    justify-items: start;
    max-inline-size: 440px;
    margin: 16px auto;
    padding: 24px;
    border: 1px solid var(--_line);
    border-radius: 12px;
    background: var(--_raised);
    animation: rise 160ms ease-out;
  }
  :host([data-status="gone"]) .notice:not(:only-child) {
    position: sticky;
    inset-block-end: 16px;
    z-index: 3;
    box-shadow: var(--_shadow);
  }
  .notice h2 {
    margin: 0;
    font-size: 16px;
    font-weight: 600;
    line-height: 24px;
  }
  .notice p {
    margin: 0 0 12px;
    color: var(--_muted);
    overflow-wrap: anywhere;
  }
  .notice button {
    min-block-size: 36px;
    padding: 4px 16px;
    border: 1px solid var(--_edge);
    border-radius: var(--_radius);
    background: none;
    color: var(--_text);
    font: inherit;
    font-weight: 500;
    cursor: pointer;
  }
  .notice button:hover {
    background: var(--_sunken);
  }
  .notice .strong {
    border-color: transparent;
    background: var(--_accent);
    color: var(--_on-accent);
  }
  .notice .strong:hover {
    background: var(--_accent-strong);
  }
  .failure {
    position: sticky;
    inset-block-end: 16px;
    z-index: 3;
    display: grid;
    grid-template-columns: 1fr auto;
    gap: 0 12px;
    max-inline-size: 720px;
    margin: 12px 4px;
    padding: 8px 8px 8px 16px;
    border: 1px solid color-mix(in srgb, var(--_danger) 40%, transparent);
    border-radius: var(--_radius);
    background: var(--_danger-soft);
    font-size: 13px;
  }
  .failure p {
    align-self: center;
    margin: 0;
    overflow-wrap: anywhere;
  }
  .failure .id {
    margin-inline-start: 8px;
    color: var(--_muted);
    font-family: var(--_mono);
    font-size: 12px;
  }
  .failure button {
    display: grid;
    place-items: center;
    inline-size: 32px;
    block-size: 32px;
    padding: 0;
    border: 0;
    border-radius: var(--_radius);
    background: none;
    color: inherit;
    cursor: pointer;
  }
  .failure button:hover {
    background: color-mix(in srgb, var(--_danger) 12%, transparent);
  }
  .failure svg {
    inline-size: 16px;
    fill: none;
    stroke: currentcolor;
    stroke-width: 1.5;
    stroke-linecap: round;
  }
  .failure details {
    grid-column: 1 / -1;
    min-inline-size: 0;
    margin-block-end: 4px;
  }
  .failure summary {
    cursor: pointer;
  }
  .failure pre {
    overflow: auto;
    max-block-size: 320px;
    margin: 8px 8px 4px 0;
    font-family: var(--_mono);
    font-size: 12px;
    line-height: 18px;
  }
  @keyframes pulse {
    50% {
      opacity: 0.3;
    }
  }
  @keyframes rise {
    from {
      opacity: 0;
      transform: translateY(6px);
    }
  }
  @keyframes shimmer {
    from {
      background-position-x: 100%;
    }
    to {
      background-position-x: -50%;
    }
  }
`,Mt=200,Nt=class extends L{static styles=[Fe,R,Ze,jt];static properties={url:{type:String},token:{type:String},arguments:{type:String},root:{type:String}};#e=`connecting`;#t=``;#n;#r;#i;#a;#o=!0;#s=new Map;constructor(){super(),this.url=null,this.token=null,this.arguments=null,this.root=null}get status(){return this.#e}get reason(){return this.#t}get document(){return this.#r}connectedCallback(){super.connectedCallback(),this.#i===void 0&&this.#g(`connecting`,``),this.requestUpdate()}disconnectedCallback(){super.disconnectedCallback(),queueMicrotask(()=>{this.isConnected||this.#p()})}restart(){this.#n=void 0,this.#g(`connecting`,``),this.#i===void 0?this.#f():this.#i.restart()}willUpdate(e){let t=e.has(`url`)||e.has(`token`)||e.has(`arguments`);this.#i!==void 0&&t&&this.#p(),this.isConnected&&this.#i===void 0&&this.#e===`connecting`&&this.#f()}render(){let e=this.#r===void 0&&this.#e===`connecting`;return O`
      <div class="roots" ?inert=${this.#e===`gone`} aria-busy=${e}></div>
      ${e&&!this.#o?Pt():A}
      <div class="banner" role="status">${this.#l(e)}</div>
      ${this.#u()} ${this.#d()}
    `}updated(){this.dataset.status=this.#e;let e=this.renderRoot.querySelector(`.roots`);e!==null&&Qe(e,this.#c(),this.#s,`column`)}#c(){let e=this.#r?.roots??[];if(this.root===null||this.root===``)return e;let t=e.filter(e=>V(e,`name`)===this.root);return t.length>0?t:e.filter((e,t)=>String(t)===this.root)}#l(e){return e?O`<span class="hidden-visually">Connecting…</span>`:this.#e===`reconnecting`?O`<span class="pill"
      ><span class="dot"></span>${this.#t===``?`Reconnecting…`:this.#t}</span
    >`:A}#u(){if(this.#e!==`refused`&&this.#e!==`gone`)return A;let e=this.#e===`gone`,t=e?`It was closed on the server. What you see is as it was last; a new one begins afresh.`:`The server did not let this page in.`;return O`<section class="notice" role="alert">
      <h2>${e?`This session has ended`:`Not available`}</h2>
      <p>${this.#t===``?t:this.#t}</p>
      <button type="button" class=${e?`strong`:`quiet`} @click=${this.#v}>
        ${e?`Start anew`:`Try again`}
      </button>
    </section>`}#d(){let e=this.#n;return e===void 0?A:O`<section class="failure" role="alert">
      <p>
        ${e.message}
        ${e.id===void 0?A:O`<span class="id">Error ${e.id}</span>`}
      </p>
      <button type="button" aria-label="Dismiss" @click=${this.#y}>
        <svg viewBox="0 0 16 16" aria-hidden="true"><path d="M4 4l8 8M12 4l-8 8" /></svg>
      </button>
      ${e.traceback===void 0?A:O`<details open>
              <summary>Traceback</summary>
              <pre tabindex="0">${e.traceback}</pre>
            </details>`}
    </section>`}#f(){try{let e=r(this.url,window.document.baseURI);if(e===void 0)throw TypeError(`The element has no url.`);if(window.location.protocol===`https:`&&e.startsWith(`http:`))throw TypeError(`This page is encrypted (https), but the embedded document would come over http, which browsers do not allow.`);this.#i=Pe({url:e,...this.token===null?{}:{token:this.token},arguments:i(this.arguments),onStatus:(e,t)=>{this.#g(e,t)},onDocument:e=>{this.#h(e)},onError:e=>{this.#n=e,this.#_(`docsync:error`,e),this.requestUpdate()}}),this.#m()}catch(e){this.#g(`refused`,e instanceof Error?e.message:String(e))}}#p(){this.#i?.close(),this.#i=void 0,this.#a?.cancel(),this.#a=void 0,this.#r=void 0,this.#e=`connecting`}#m(){this.#o=!0,setTimeout(()=>{this.#o=!1,this.requestUpdate()},Mt)}#h(e){this.#a?.cancel(),this.#r=e,this.#a=e.observe(()=>{this.requestUpdate()}),this.requestUpdate()}#g(e,t){let n=e===this.#e&&t===this.#t;this.#e=e,this.#t=t,this.dataset.status=e,n||this.#_(`docsync:status`,{status:e,reason:t}),this.requestUpdate()}#_(e,t){this.dispatchEvent(new CustomEvent(e,{detail:t,bubbles:!0,composed:!0}))}#v=()=>{this.restart()};#y=()=>{this.#n=void 0,this.requestUpdate()}};function $(){customElements.get(`docsync-document`)===void 0&&customElements.define(`docsync-document`,Nt)}function Pt(){return O`<div class="skeleton" aria-hidden="true">
    <div class="lines"><i></i><i></i><i></i></div>
    <div class="block"></div>
  </div>`}var Ft=class extends EventTarget{element;constructor(e,t){super(),$();let n=window.document.createElement(`docsync-document`);n.url=t.url,n.token=t.token??null,n.root=t.root===void 0?null:String(t.root),t.arguments!==void 0&&(n.arguments=JSON.stringify(t.arguments));for(let e of[`docsync:status`,`docsync:error`])n.addEventListener(e,this.#e);this.element=n,e.append(n)}get status(){return this.element.status}get document(){return this.element.document}dispose(){this.element.remove()}#e=e=>{let{type:t,detail:n}=e;this.dispatchEvent(new CustomEvent(t,{detail:n}))}};typeof Symbol.dispose==`symbol`&&Object.defineProperty(Ft.prototype,Symbol.dispose,{value(){this.dispose()}});function It(e,t){return new Ft(e,t)}function Lt(e){t(e),$()}globalThis.docsync??=Object.freeze({embed:It}),queueMicrotask($);export{Lt as autoload,It as embed};