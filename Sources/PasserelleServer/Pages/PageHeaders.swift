internal import Passerelle

/// The header fields of pages: nothing runs in them, nothing is loaded from elsewhere, nobody frames
/// them.
enum PageHeaders {
  /// What holds for every response of the site.
  static let all = [
    "Content-Security-Policy": policy(), "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer", "Vary": "Accept-Language",
  ]

  /// The header fields of a page.
  ///
  /// - Parameter style: What the page has in an element of style, if anything.
  /// - Returns: The fields by name.
  static func page(withStyle style: String?) -> [String: String] {
    all.merging([
      "Content-Type": "text/html; charset=utf-8", "Content-Security-Policy": policy(style),
      "Cache-Control": "no-cache",
    ]) { $1 }
  }

  private static func policy(_ style: String? = nil) -> String {
    let own = style.map { " 'sha256-\(ContentDigest.base64(of: $0))'" } ?? ""
    return "default-src 'none'; style-src 'self'\(own); img-src 'self'; form-action 'self'; "
      + "base-uri 'none'; frame-ancestors 'none'"
  }
}
