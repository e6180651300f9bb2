extension ServerRequest {
  /// The media type of the body, without its parameters, in lower case; `nil` if it names none.
  public var contentType: String? {
    headers["content-type"]?.prefix { $0 != ";" }.lowercased().filter { !$0.isWhitespace }
  }

  /// The items of a form in the body.
  ///
  /// - Parameter longest: How many bytes a value may have.
  /// - Returns: The items, in their order.
  /// - Throws: `Problem` if the body is not a form (`application/x-www-form-urlencoded`), or is not proper.
  public func form(
    longest: Int = RequestLimits.formValue
  ) throws(Problem) -> [Item] {
    guard contentType == Self.formType else {
      throw Problem(
        415, "unsupported-media-type", "the body is not a form",
        hint: "send it as '\(Self.formType)'")
    }
    return try Self.items(body, longest: longest)
  }

  /// The media type of a form.
  public static let formType = "application/x-www-form-urlencoded"
}
