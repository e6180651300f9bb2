/// What a server serves beside the library: it is read once.
struct Equipment: Sendable {
  /// The words of answers, by language.
  var languages: Languages
  /// The schemas of answers, by kind.
  var schemas: [String: [UInt8]]
  /// Where the server is reached, without a slash at the end.
  var baseURL: String
  /// How much was answered, and how fast.
  var metrics: Metrics
}
