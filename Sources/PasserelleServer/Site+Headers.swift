extension Site {
  /// A response with the header fields that all have, where the door has not set its own.
  func dressed(
    _ response: ServerResponse, for request: ServerRequest?, tag: String? = nil
  ) -> ServerResponse {
    var response = response
    let isRead = request?.method == "GET" || request?.method == "HEAD"
    if isRead, let tag, [200, 300, 304].contains(response.status),
      response.headers["Cache-Control"] == nil
    {
      response.headers["ETag"] = tag
      // Anyone may keep it, and asks each time whether it still holds: that costs no answer.
      response.headers["Cache-Control"] = "public, no-cache"
      response.headers["Vary"] = "Accept, Accept-Language"
    }
    // The header fields of a 304 replace those that a client has kept (RFC 9111, 3.2): a page keeps its own policy.
    let others =
      response.status == 304
      ? Self.everywhere.filter { $0.key.hasPrefix("Access-Control") } : Self.everywhere
    response.headers.merge(others) { own, _ in own }
    return response
  }

  /// Answers what is allowed at a path, also for a page of another site (CORS).
  func options(_ allowed: [String]) -> ServerResponse {
    let methods = allowed.joined(separator: ", ")
    return dressed(
      ServerResponse(
        status: 204,
        headers: [
          "Allow": methods, "Access-Control-Allow-Methods": methods,
          "Access-Control-Allow-Headers": "Content-Type, If-None-Match",
          "Access-Control-Max-Age": "86400",
        ]), for: nil)
  }

  /// Nothing that is served depends on who asks: any page may read it, and none may frame it or take it for
  /// something else.
  private static let everywhere = [
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Expose-Headers": "ETag, Link, X-Total-Count",
    "Cache-Control": "no-store",
    "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'; base-uri 'none'",
    "Cross-Origin-Resource-Policy": "cross-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
  ]
}
