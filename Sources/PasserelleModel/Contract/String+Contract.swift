package import CPasserelle

extension String {
  /// A copy of a text of the contract.
  ///
  /// What is no UTF-8 becomes the replacement character.
  package init(_ text: passerelle_text) {
    guard let bytes = text.bytes, text.count > 0 else {
      self = ""
      return
    }
    self.init(
      decoding: UnsafeRawBufferPointer(start: bytes, count: text.count), as: UTF8.self)
  }
}
