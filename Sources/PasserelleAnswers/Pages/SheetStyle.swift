/// How sheets look on a screen and on paper, in logical directions only: a page may run from right to
/// left.
package enum SheetStyle {
  /// The style of every sheet.
  ///
  /// Words are broken only if they are longer than a line; a heading keeps to what follows it, and the
  /// signature to the end of the sources, so that no page has nothing but one of them. Boxes of a page
  /// margin have no direction: where lines begin on the right, they change places.
  package static func text(isRightToLeft: Bool) -> String {
    let (start, end) = isRightToLeft ? ("right", "left") : ("left", "right")
    return """
      @page{size:A4;margin:18mm 16mm 20mm;@bottom-\(start){content:var(--number);font:8.5pt sans-serif}
      @bottom-\(end){content:counter(page) " / " counter(pages);font:8.5pt sans-serif}}
      html{--number:"";font-family:system-ui,"Noto Sans","DejaVu Sans",sans-serif}
      body{line-height:1.45;max-width:46rem;margin:0 auto;padding:1rem;color:#111;background:#fff;
      overflow-wrap:break-word}
      h1{font-size:1.6rem;line-height:1.2;margin:0 0 1rem}
      h2{font-size:1.15rem;margin:1.8rem 0 .5rem;border-top:1px solid #111;padding-top:.5rem}
      h3{font-size:1rem;margin:.8rem 0 .25rem}h1,h2,h3{break-after:avoid}
      a{color:#0b4a8f;text-decoration:underline}a:focus-visible,summary:focus-visible,
      input:focus-visible,select:focus-visible,button:focus-visible{outline:3px solid #0b4a8f;
      outline-offset:2px}
      dl{display:grid;grid-template-columns:12rem minmax(0,1fr);gap:.25rem 1rem;margin:0 0 .8rem}
      dt{color:#555}dd{margin:0}p{margin:0 0 .5rem;orphans:3;widows:3}
      dt,dd,li,tr{break-inside:avoid}ul,ol{margin:0 0 .8rem;padding-inline-start:1.5rem}
      li{margin-block:.15rem}
      .summary{border:2px solid #111;padding:.5rem .8rem}.summary dt{font-weight:600;color:#111}
      .nature{border:1px solid #111;padding:.5rem .8rem}
      table{border-collapse:collapse;width:100%;margin:0 0 .8rem}
      th,td{text-align:start;vertical-align:top;border-bottom:1px solid #bbb;padding-block:.25rem;
      padding-inline:0 .8rem;font-weight:normal}thead th{color:#555}
      .tag{font-size:.8em;color:#555;font-weight:normal}.mark{font-size:.85em;
      display:inline-block;min-width:24px;min-height:24px;line-height:24px;text-align:center}
      .group{border-inline-start:3px solid #bbb;padding-inline-start:.8rem}
      .judgements td:nth-child(2){font-weight:600}.judgements td:nth-child(3){width:62%}
      .records th[scope=row]{font-weight:600}
      .records{overflow-wrap:anywhere}.scroll .records{overflow-wrap:normal}
      figure{margin:0 0 1rem}figure svg{max-width:100%;height:auto;display:block}
      figcaption{font-size:.85rem;color:#444}
      .scroll{overflow-x:auto;margin:0 0 .8rem}.scroll table{margin:0}
      details{margin:0 0 .8rem}summary{cursor:pointer;padding:.2rem 0}
      .sources{font-size:.85rem}.sources li:nth-last-child(-n+2){break-after:avoid}
      .sources li:target{background:#fff3c4}
      .signature{margin-top:14mm;border-top:1px solid #111;width:80mm;padding-top:1mm;font-size:.85rem;
      break-before:avoid;break-inside:avoid}
      @media (max-width:35rem){dl{grid-template-columns:minmax(0,1fr);gap:0 0}dd{margin-bottom:.5rem}
      .judgements td:nth-child(3){width:auto}h1{font-size:1.35rem}}
      @media print{html{font-size:10.5pt}body{max-width:none;padding:0}
      .mark{min-width:0;min-height:0;line-height:inherit}a{color:#111}summary{list-style:none}
      details::details-content{content-visibility:visible;display:block;block-size:auto}}
      """
  }

  /// The style of ladders.
  package static let ladder = LadderTable.style

  /// The style of a picture that has a sheet of A3 to itself, and of what goes with it on further sheets.
  package static let picture = """
    @page picture{size:A3;margin:0}@page beside{size:A3;margin:12mm}.picture svg{border:1px solid #bbb}
    @media print{.picture{page:picture;break-before:page;break-after:page;margin:0}
    .picture svg{width:297mm;height:420mm;max-width:none;border:0}.picture figcaption{display:none}
    main:has(.picture)>header{display:none}main:has(.picture){page:beside;font-size:8pt}
    main:has(.picture) .scroll{overflow:visible}main:has(.picture) :is(th,td){padding-block:.3mm}
    main:has(.picture) td:nth-child(2){width:42%}main:has(.picture) th[scope=row]{white-space:nowrap}
    main:has(.picture) .sources ol{columns:3;column-gap:6mm;font-size:6.5pt;line-height:1.3}}
    """
}
