internal import PasserelleStore

/// The header fields of pages: nothing runs in them, nothing is loaded from elsewhere, nobody frames
/// them.
enum PageHeaders {
  /// The header fields of a page.
  ///
  /// - Parameter style: What the page has in an element of style, if anything.
  /// - Returns: The fields by name.
  static func page(withStyle style: String? = nil) -> [String: String] {
    let own = style.map { " 'sha256-\(ContentDigest.base64(of: $0))'" } ?? ""
    return [
      "Content-Type": "text/html; charset=utf-8",
      "Content-Security-Policy": "default-src 'none'; style-src 'self'\(own); img-src 'self'; "
        + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    ]
  }
}
