internal import PasserelleModel

/// A part of a descriptor, before it is written in YAML or in XML.
///
/// The two say the same in their own ways: what is a list of texts in one is an element repeated in
/// the other.
indirect enum DescriptorValue {
  /// A text of one language or none: a scalar, an attribute.
  case text(String)
  /// A truth, a date, a number: what no language says, and no quotes need.
  case plain(String)
  /// Texts by language: a mapping, an element repeated with its language.
  case localized(LocalizedText)
  /// Texts by language, where one language may have several.
  case localizedLists(LocalizedText)
  /// Texts in their order.
  case texts([String])
  /// Parts in their order: a list, an element that holds one for each.
  case list([DescriptorFields])
  /// One part, or several under one name: a mapping or a list, an element for each.
  case each([DescriptorFields])
  /// A part with parts of its own.
  case fields(DescriptorFields)
}

/// The named parts of a descriptor's part, in their order.
struct DescriptorFields {
  /// A part with its names: the key of YAML, and the element of XML, which is singular.
  struct Field {
    var key: String
    var element: String
    var value: DescriptorValue
  }

  private(set) var fields: [Field] = []

  mutating func add(_ key: String, _ value: DescriptorValue, each element: String? = nil) {
    fields.append(Field(key: key, element: element ?? key, value: value))
  }

  mutating func add(_ key: String, _ text: String?) {
    if let text { add(key, .text(text)) }
  }

  mutating func add(plain key: String, _ value: (some CustomStringConvertible)?) {
    if let value { add(key, .plain(value.description)) }
  }

  mutating func add(_ key: String, _ text: LocalizedText) {
    if !text.isEmpty { add(key, .localized(text)) }
  }

  mutating func add(_ key: String, _ texts: [String], each element: String? = nil) {
    if !texts.isEmpty { add(key, .texts(texts), each: element) }
  }

  mutating func add(_ key: String, _ validity: Validity) {
    guard validity != Validity() else { return }
    var days = DescriptorFields()
    days.add(plain: "from", validity.from)
    days.add(plain: "by", validity.by)
    days.add(plain: "to", validity.to)
    add(key, .fields(days))
  }

  /// Adds a truth where it is not what is taken for granted.
  mutating func add(_ key: String, _ value: Bool, usual: Bool) {
    if value != usual { add(plain: key, value) }
  }
}
