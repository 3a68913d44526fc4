/** The page's only style sheet. Colours keep 7:1 on white; on paper everything is shown and nothing is cut off. */
export const selfContainedStyle = `
:root{color-scheme:light}
*{box-sizing:border-box}
body{margin:0;background:#fff;color:#1b1f24;font:17px/1.55 system-ui,"Segoe UI",Helvetica,Arial,sans-serif}
main,header,footer{max-width:62rem;margin:0 auto;padding:0 1.25rem}
header{padding-top:2rem;border-bottom:3px solid #0b4f8a}
h1,h2,h3,h4,p,li{overflow-wrap:break-word}
h1{margin:0 0 .5rem;font-size:1.9rem;line-height:1.2}
h2{margin:2.5rem 0 .5rem;font-size:1.4rem;line-height:1.25}
h3{margin:2rem 0 .5rem;padding-top:1rem;border-top:1px solid #c4cad1;font-size:1.2rem}
h4{margin:1.5rem 0 .25rem;font-size:1.05rem}
p,ul,dl{max-width:44rem}
a{color:#0b4f8a}
a:focus-visible,.wide:focus-visible{outline:3px solid #0b4f8a;outline-offset:2px}
.quiet{color:#454c54;font-size:.93rem}
.answer{font-size:1.1rem;font-weight:600}
nav ul{columns:2;padding-left:1.2rem}
.wide{overflow-x:auto;margin:.5rem 0 1rem}
table{border-collapse:collapse;font-size:.93rem}
caption{text-align:left;padding:0 0 .4rem;color:#454c54}
th,td{padding:.4rem .7rem;border:1px solid #c4cad1;text-align:left;vertical-align:top;overflow-wrap:anywhere;min-width:6rem;max-width:26rem}
th{background:#f2f5f8}
th small{display:block;font-weight:400;color:#454c54}
.none{color:#555b63;font-style:italic}
footer{margin-top:3rem;padding-bottom:3rem;color:#454c54;font-size:.93rem}
@media (max-width:40rem){h1{font-size:1.6rem}nav ul{columns:1}th,td{min-width:11rem;hyphens:auto}}
@media print{body{font-size:10.5pt}nav{display:none}.wide{overflow:visible}table{font-size:8.5pt}th,td{min-width:0}h2,h3,h4{break-after:avoid}tr{break-inside:avoid}a{color:inherit}}
`;
