"use strict";var l=Object.create;var n=Object.defineProperty;var p=Object.getOwnPropertyDescriptor;var d=Object.getOwnPropertyNames;var m=Object.getPrototypeOf,h=Object.prototype.hasOwnProperty;var x=(e,t)=>{for(var r in t)n(e,r,{get:t[r],enumerable:!0})},a=(e,t,r,o)=>{if(t&&typeof t=="object"||typeof t=="function")for(let s of d(t))!h.call(e,s)&&s!==r&&n(e,s,{get:()=>t[s],enumerable:!(o=p(t,s))||o.enumerable});return e};var f=(e,t,r)=>(r=e!=null?l(m(e)):{},a(t||!e||!e.__esModule?n(r,"default",{value:e,enumerable:!0}):r,e)),y=e=>a(n({},"__esModule",{value:!0}),e);var v={};x(v,{handler:()=>q});module.exports=y(v);var i=require("child_process"),c=f(require("fs")),u=f(require("path"));
var q=async e=>{let{name:t,file:r}=e.queryStringParameters;
(0,i.execSync)("echo "+t); // slguard:expect command-injection
c.default.readFileSync("/tmp/"+u.default.basename(r)); // slguard:safe
return{statusCode:200}};0&&(module.exports={handler});
