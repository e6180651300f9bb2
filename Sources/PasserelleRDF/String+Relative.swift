extension String {
  /// What relative addresses are resolved against if the file names no base of its own.
  package static let relativeBase = "x-relative://file/"
}
