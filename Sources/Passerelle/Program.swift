/// The program, as its answers and reports name it.
package enum Program {
  /// The version of the program, by semantic versioning.
  package static let version = "0.1.0"
}
