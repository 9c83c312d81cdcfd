/// The style sheet of a page: for a screen of any width, light or dark as the reader has it, and for paper.
enum HTMLStyle {
    static var sheet: String {
        """
        :root{color-scheme:light dark;\(HTMLPalette.light.properties)}
        @media (prefers-color-scheme:dark){:root{\(HTMLPalette.dark.properties)}}
        *{box-sizing:border-box}
        body{margin:0;background:var(--page);color:var(--text);overflow-wrap:anywhere;
        font:1rem/1.55 system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif}
        header,main,footer{max-width:64rem;margin:0 auto;padding:0 clamp(1rem,4vw,2.5rem)}
        header{padding-top:clamp(1.5rem,5vw,3.5rem)}
        main{padding-bottom:4rem}
        h1,h2,h3{line-height:1.25;text-wrap:balance}
        h1{font-size:1.75rem;font-weight:650;margin:0 0 .35rem;letter-spacing:-.01em}
        h2{font-size:1.2rem;font-weight:650;margin:3.5rem 0 1rem}
        h3{font-size:1rem;font-weight:650;margin:2.5rem 0 .75rem}
        p,ul{margin:.5rem 0;max-width:46rem}
        ul{padding-left:1.2rem}
        a{color:inherit;text-decoration-color:var(--muted);text-underline-offset:.2em}
        .scope,.notes,.receipt,.legend,footer{color:var(--muted)}
        .scope{margin:0}
        .badge{display:inline-block;margin:0 0 .75rem;padding:.15rem .6rem;border-radius:.25rem;font-size:.8rem;
        font-weight:650;letter-spacing:.06em;color:var(--badge-text);background:var(--badge)}
        .chapter{border-top:1px solid var(--rule);margin-top:4.5rem;padding-top:.5rem}
        .chapter h2{font-size:1.5rem;margin:2rem 0 .35rem}
        nav ul{list-style:none;padding:0;margin:2rem 0 0;columns:14rem}
        nav li{padding:.2rem 0}
        .figures{display:grid;grid-template-columns:repeat(auto-fit,minmax(12rem,1fr));gap:2rem 2.5rem;margin:2.25rem 0 2rem}
        .figures>div:first-child{grid-column:1/-1}
        dt{color:var(--muted)}
        dd{margin:0}
        .number{font-size:2.1rem;line-height:1.2;font-weight:600;font-variant-numeric:tabular-nums;letter-spacing:-.02em}
        .figures>div:first-child .number{font-size:clamp(3.25rem,11vw,5.5rem);line-height:1.05}
        .margin{font-size:.45em;font-weight:400;color:var(--muted);letter-spacing:0;white-space:nowrap}
        .notes{font-size:.9rem}
        .trend{max-width:16rem;margin:.5rem 0 0}
        figure{margin:0 0 1.75rem}
        figcaption{margin-top:1rem}
        .small{display:grid;grid-template-columns:repeat(auto-fill,minmax(13rem,1fr));gap:1.75rem 2.25rem;margin-bottom:1rem}
        .small figure{margin:0}
        .legend{display:flex;flex-wrap:wrap;gap:.25rem 1.25rem;font-size:.85rem;list-style:none;padding:0;margin:0}
        .legend svg{width:18px;height:12px;margin-right:.4rem;vertical-align:-1px}
        svg{display:block;overflow:visible}
        .legend svg{display:inline-block}
        .small+.legend{margin-bottom:2rem}
        svg text{fill:var(--text);font-size:13px}
        svg .value{font-variant-numeric:tabular-nums;font-weight:600}
        svg .note{fill:var(--muted);font-size:12px;font-variant-numeric:tabular-nums}
        .narrow{display:none}
        rect.figure{fill:var(--figure)}
        rect.pending{fill:var(--page);stroke:var(--figure);stroke-width:1.5;stroke-dasharray:3 2}
        rect.dropped{fill:var(--dropped)}
        rect.rest{fill:var(--rest)}
        rect.band{fill:var(--band)}
        rect.match{fill:none;stroke:var(--interval);stroke-width:1.5}
        rect.heat0{fill:var(--heat0)}
        rect.heat1{fill:var(--heat1)}
        rect.heat2{fill:var(--heat2)}
        rect.heat3{fill:var(--heat3)}
        rect.heat4{fill:var(--heat4)}
        line{stroke:var(--rule);stroke-width:1}
        line.whisker{stroke:var(--interval);stroke-width:1.5}
        line.mark{stroke:var(--interval);stroke-width:1.5;stroke-dasharray:2 2}
        path.figure{fill:none;stroke:var(--figure);stroke-width:2;stroke-linejoin:round}
        path.band{fill:var(--band)}
        .table{overflow-x:auto;margin:0 0 .75rem}
        table{border-collapse:collapse;min-width:100%;font-size:.95rem}
        caption{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
        th,td{padding:.5rem 1.25rem .5rem 0;text-align:left;vertical-align:baseline;border-bottom:1px solid var(--rule);
        overflow-wrap:break-word;max-width:26rem}
        th:last-child,td:last-child{padding-right:0}
        thead th{color:var(--muted);font-weight:500;font-size:.85rem;border-bottom-color:var(--muted);vertical-align:bottom}
        tbody th{font-weight:500;min-width:9rem}
        .n{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}
        thead .n{white-space:normal}
        .table:focus-visible,a:focus-visible{outline:2px solid var(--figure);outline-offset:3px}
        .receipt{font-size:.9rem}
        .receipt h2,.receipt h3{color:var(--text);font-size:1rem}
        @media (max-width:40rem){.wide{display:none}.narrow{display:inline}th,td{padding-right:.7rem;max-width:15rem}h2{margin-top:2.75rem}}
        @media print{
        :root{\(HTMLPalette.light.properties)}
        @page{margin:18mm 16mm}
        *{print-color-adjust:exact;-webkit-print-color-adjust:exact}
        body{font-size:10pt}
        header,main,footer{max-width:none;padding-left:0;padding-right:0}
        header{padding-top:0}
        h2{margin-top:1.75rem}
        h1,h2,h3{break-after:avoid}
        tr,figure,.figures>div{break-inside:avoid}
        thead{display:table-header-group}
        .table{overflow:visible}
        table{font-size:8.5pt}
        th,td{white-space:normal;padding:.3rem .6rem .3rem 0}
        .chapter{break-before:page;border-top:0;margin-top:0}
        }
        """
    }
}
