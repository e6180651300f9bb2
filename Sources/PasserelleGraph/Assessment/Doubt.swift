/// What does not fit together in a profile.
package enum Doubt: String, Message {
  case country = "doubt.country"
  case target = "doubt.target"
}
