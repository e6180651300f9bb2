internal import PasserelleModel

/// The parts of a structure message in SDMX-ML 2.1.
enum SDMXText {
  /// The beginning of a message of code lists.
  static func head(preparedOn day: Day) -> String {
    let spaces = ["message": "mes", "structure": "str", "common": "com"].sorted { $0.key < $1.key }
      .map {
        "\n  xmlns:\($0.value)=\"http://www.sdmx.org/resources/sdmxml/schemas/v2_1/\($0.key)\""
      }
    return """
      <?xml version="1.0" encoding="UTF-8"?>
      <mes:Structure\(spaces.joined())>
      <mes:Header>
        <mes:ID>PASSERELLE</mes:ID>
        <mes:Test>false</mes:Test>
        <mes:Prepared>\(day)T00:00:00</mes:Prepared>
        <mes:Sender id="PASSERELLE"/>
      </mes:Header>
      <mes:Structures>
        <str:Codelists>

      """
  }

  /// A start tag with those attributes that have a value.
  static func start(
    _ element: String, _ attributes: [(String, String?)], indent: Int
  ) -> String {
    let written = attributes.compactMap { name, value in
      value.map { " \(name)=\"\($0.xmlEscaped)\"" }
    }
    return "\(margin(indent))<\(element)\(written.joined())>\n"
  }

  /// An element for each language of a text.
  static func texts(_ element: String, _ text: LocalizedText, indent: Int) -> String {
    text.entries.map { entry in
      "\(margin(indent))<\(element) xml:lang=\"\(entry.language)\">\(entry.text.xmlEscaped)</\(element)>\n"
    }.joined()
  }

  static func annotations(_ annotations: [SDMXAnnotation], indent: Int) -> String {
    guard !annotations.isEmpty else { return "" }
    let each = annotations.map { annotation in
      let type = annotation.type.map {
        "\(margin(indent + 2))<com:AnnotationType>\($0.xmlEscaped)</com:AnnotationType>\n"
      }
      return "\(margin(indent + 1))<com:Annotation>\n" + (type ?? "")
        + texts("com:AnnotationText", annotation.text, indent: indent + 2)
        + "\(margin(indent + 1))</com:Annotation>\n"
    }
    return
      "\(margin(indent))<com:Annotations>\n\(each.joined())\(margin(indent))</com:Annotations>\n"
  }

  private static func margin(_ indent: Int) -> String { String(repeating: "  ", count: indent) }
}
