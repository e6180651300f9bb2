package import PasserelleModel

/// What one reference framework says of two concepts.
package struct Hub: Hashable, Sendable {
  package var reference: FrameworkName
  /// Where each stands there; nothing where no source says.
  package var first: Placement?
  package var second: Placement?
  package var finding: Finding
}
