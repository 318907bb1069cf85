namespace Samkjop.Documents;

/// <summary>The style of documents that are read on screen and printed on A4: no script, no font or picture from elsewhere.</summary>
public static class PrintStyle
{
    /// <summary>A whole page around a body.</summary>
    /// <param name="title">Title of the page.</param>
    /// <param name="body">What stands between <c>main</c> tags.</param>
    /// <param name="watermark">Stands across every printed page; null for none.</param>
    public static Html Page(Text title, Html body, Text? watermark = null) => Html.Of($"""
        <!doctype html>
        <html lang="nb">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>{title.No}</title>
        <style>{Html.Trusted(Css)}</style>
        </head>
        <body>
        {Html.When(watermark is not null, () => Html.Of($"<div class=\"watermark\" role=\"note\">{watermark!.No} · {watermark.En}</div>"))}
        <main>
        {body}
        </main>
        </body>
        </html>

        """);

    private const string Css = """

        :root { --ink: #1d1d1f; --soft: #5b6068; --line: #c9ced6; --blue: #2a2859; --light: #f2f3fa; --good: #04593a; --bad: #9b1c1c; }
        * { box-sizing: border-box; }
        html { background: #e7e9ee; color: var(--ink); font: 15px/1.5 "Oslo Sans", "Helvetica Neue", Arial, sans-serif; }
        body { margin: 0; }
        main { background: #fff; margin: 24px auto; max-width: 210mm; padding: 18mm 16mm; box-shadow: 0 1px 12px rgb(0 0 0 / .12); }
        h1 { color: var(--blue); font-size: 1.9rem; line-height: 1.2; margin: 0 0 .3em; }
        h2 { border-bottom: 2px solid var(--blue); color: var(--blue); font-size: 1.25rem; margin: 2em 0 .6em; padding-bottom: .2em; }
        h3 { font-size: 1.05rem; margin: 1.5em 0 .4em; }
        .en { color: var(--soft); font-size: .88em; }
        h1 .en, h2 .en, h3 .en { display: inline-block; font-weight: 400; margin-left: .4em; }
        .lead { color: var(--soft); margin: 0 0 1.5em; }
        p { margin: .5em 0; }
        table { border-collapse: collapse; font-size: .86rem; margin: .6em 0 1.2em; width: 100%; }
        th, td { border-bottom: 1px solid var(--line); padding: .38em .6em; text-align: left; vertical-align: top; }
        thead th { background: var(--light); border-bottom: 2px solid var(--blue); font-weight: 600; }
        th .en, td .en { display: block; font-weight: 400; }
        .num { text-align: right; white-space: nowrap; font-variant-numeric: tabular-nums; }
        tfoot td, tr.total td { border-top: 2px solid var(--line); font-weight: 600; }
        tr.winner td { background: #eaf6ef; }
        dl { display: grid; gap: .35em 1.2em; grid-template-columns: minmax(9em, 15em) 1fr; margin: .6em 0 1.2em; }
        dt { color: var(--soft); } dt .en { display: block; }
        dd { margin: 0; overflow-wrap: anywhere; } dd .en { display: block; }
        code { font: .85em ui-monospace, Menlo, Consolas, monospace; overflow-wrap: anywhere; }
        .box { background: var(--light); border-left: 4px solid var(--blue); margin: 1em 0; padding: .7em 1em; }
        .good { color: var(--good); font-weight: 600; } .bad { color: var(--bad); font-weight: 600; }
        .none { color: var(--soft); font-style: italic; }
        footer { border-top: 1px solid var(--line); color: var(--soft); font-size: .82rem; margin-top: 3em; padding-top: .8em; }
        table.tight th, table.tight td { padding: .32em .4em; } tbody th, tfoot th { font-weight: 400; } tfoot th { border-top: 2px solid var(--line); font-weight: 600; }
        caption { font-weight: 600; margin: 1em 0 .4em; text-align: left; } .mid { text-align: center; } small { color: var(--soft); }
        figcaption .en, caption .en { font-weight: 400; } dd > p:first-child, td > p:first-child { margin-top: 0; }
        figure { margin: 1em 0; } figcaption { font-weight: 600; margin-bottom: .2em; } figure svg { display: block; height: auto; width: 100%; }
        .legend { display: flex; flex-wrap: wrap; gap: .3em 1.6em; margin: 1.4em 0 0; } .legend span { align-items: center; display: inline-flex; gap: .35em; }
        .key { display: grid; gap: 1em; grid-template-columns: repeat(auto-fit, minmax(12em, 1fr)); margin: 1em 0; }
        .key > div { border-left: 4px solid var(--blue); padding-left: .8em; } .key b { color: var(--blue); display: block; font-size: 1.45rem; line-height: 1.2; } .key .en { display: block; }
        .watermark { background: #fff4d6; border-bottom: 1px solid #e3c878; font-weight: 600; padding: .5em 1em; text-align: center; }
        @media screen and (max-width: 640px) {
          main { margin: 0; padding: 6mm 5mm; } dl { gap: .1em; grid-template-columns: 1fr; } dd { margin-bottom: .6em; }
          table { display: block; overflow-x: auto; } figure { overflow-x: auto; } figure svg { min-width: 600px; }
        }
        @page { size: A4; margin: 16mm 14mm 18mm; @bottom-right { content: counter(page) " / " counter(pages); font: 9pt Arial, sans-serif; color: #5b6068; } }
        @media print {
          html { background: none; font-size: 10.5pt; }
          main { box-shadow: none; margin: 0; max-width: none; padding: 0; }
          h2, h3 { break-after: avoid; }
          tr, dl > *, .box, figure, .key, table.tight { break-inside: avoid; }
          thead { display: table-header-group; }
          section.new-page { break-before: page; }
          thead th, tr.winner td, .box { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
          .watermark { background: none; border: 0; color: rgb(155 28 28 / .16); font-size: 42pt; left: 0; padding: 0; position: fixed; right: 0; top: 45%; transform: rotate(-30deg); }
        }

        """;
}
