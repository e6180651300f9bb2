package import Foundation

/// JSON in the one form in which it is signed: keys in order, no spaces, each value in one way.
///
/// What has another form is refused when it is read. So no key can stand twice, and no two readers can
/// take one text for different values.
package enum CanonicalJSON {
  /// The text of an object.
  ///
  /// - Throws: What JSON cannot hold.
  package static func text(_ object: [String: Any]) throws -> Data {
    try JSONSerialization.data(
      withJSONObject: object, options: [.sortedKeys, .withoutEscapingSlashes])
  }

  /// The object of a text; `nil` if it is none, or has another form.
  package static func object(_ text: Data) -> [String: Any]? {
    guard let object = try? JSONSerialization.jsonObject(with: text) as? [String: Any],
      let again = try? Self.text(object), again == text
    else { return nil }
    return object
  }
}
