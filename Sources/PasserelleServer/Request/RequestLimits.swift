/// How much a request may be: what is longer is refused before it is looked at.
public enum RequestLimits {
  /// The bytes of a path with its query.
  public static let target = 8_192
  /// The items of a query or a form.
  public static let items = 64
  /// The bytes of a value in a query or a path.
  public static let value = 2_000
  /// The bytes of a value in a form.
  public static let formValue = 16_384
  /// The bytes of a body, unless a door takes more.
  public static let body = 65_536
}
