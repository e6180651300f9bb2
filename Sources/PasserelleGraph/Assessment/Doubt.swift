/// What does not fit together in a profile.
package enum Doubt: String, Message {
  case country = "doubt.country"
  case version = "doubt.version"
  case versionNotInForce = "doubt.version-not-in-force"
  case target = "doubt.target"
  /// The title is that of another qualification than the one that the profile names.
  case title = "doubt.title"
}
