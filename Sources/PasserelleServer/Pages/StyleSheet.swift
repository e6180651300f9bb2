internal import PasserelleAnswers
internal import PasserelleStore

/// The style of the site, in one file for each direction: its address has its hash, so that it may be
/// kept for ever.
struct StyleSheet {
  let text: String
  let name: String

  static let leftToRight = StyleSheet(isRightToLeft: false)
  static let rightToLeft = StyleSheet(isRightToLeft: true)

  /// The style for a language.
  static func sheet(isRightToLeft: Bool) -> StyleSheet { isRightToLeft ? rightToLeft : leftToRight }

  private init(isRightToLeft: Bool) {
    text = [
      SheetStyle.text(isRightToLeft: isRightToLeft), SheetStyle.ladder, SheetStyle.picture,
      TrialMark.style, Self.site,
    ].joined(separator: "\n")
    name = "style-\(ContentDigest.text(of: text).prefix(16)).css"
  }

  /// The style at a path; `nil` if there is none.
  init?(at path: [String]) {
    guard path.count == 1,
      let sheet = [Self.leftToRight, Self.rightToLeft].first(where: { $0.name == path[0] })
    else { return nil }
    self = sheet
  }

  var response: ServerResponse {
    ServerResponse(
      headers: [
        "Content-Type": "text/css; charset=utf-8",
        "Cache-Control": "public, max-age=31536000, immutable",
      ], body: Array(text.utf8))
  }

  /// What stands around the sheets.
  private static let site = """
    .skip{position:absolute;inset-inline-start:-99rem}.skip:focus{position:static}
    .site{display:block}.site nav ul{list-style:none;display:flex;flex-wrap:wrap;gap:.25rem 1rem;
    margin:0;padding:0}.site nav li{margin:0}.site nav a,.site nav span,.skip{display:inline-block;
    min-height:24px;padding:.15rem 0}
    header.site{border-bottom:2px solid #111;margin-bottom:1.5rem;padding-bottom:.8rem}
    .name{font-size:1.15rem;font-weight:700;margin:0}
    .bar{display:flex;flex-wrap:wrap;gap:.25rem 1.5rem;align-items:baseline;justify-content:space-between}
    form{display:grid;align-items:end;gap:.6rem 1rem;grid-template-columns:repeat(2,minmax(0,1fr));margin:.8rem 0}
    .part{border-top:1px solid #111;margin-top:1.8rem;padding-top:.5rem}.part h2{border:0;margin:0;padding:0}
    form .wide{grid-column:1/-1}label,legend{display:block;font-weight:600}
    .hint{display:block;font-weight:400;font-size:.85rem;color:#444}
    input,select,button{font:inherit;color:#111;box-sizing:border-box;width:100%;min-height:2.6rem;
    padding:.35rem .5rem;border:1px solid #595959;border-radius:.2rem;background:#fff}
    button{background:#0b4a8f;color:#fff;border-color:#0b4a8f;font-weight:600;cursor:pointer}
    fieldset{border:0;margin:0;padding:0;min-width:0}
    .notice{border:2px solid #8a3a00;padding:.5rem .8rem;margin:0 0 1.5rem}
    .notice p:last-child{margin:0}
    footer.site{border-top:1px solid #111;margin-top:2rem;padding-top:.6rem;font-size:.9rem}
    .address{display:none}
    @media (max-width:35rem){main form{grid-template-columns:minmax(0,1fr)}}
    @media print{header.site,.skip,footer.site nav,main form{display:none}.address{display:block;
    overflow-wrap:anywhere}main a[href^="http"]:not(.sources a):not(dd a)::after{content:" <" attr(href) ">"}}
    """
}
