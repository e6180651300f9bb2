/// How a descriptor is written.
package enum DescriptorFormat: String, CaseIterable, Sendable {
  case yaml, xml
}

/// The schemas of descriptors as files, for editors that complete and check while one types.
package enum DescriptorSchema {
  /// Writes the files into a folder, in the place of older ones.
  ///
  /// - Returns: Their paths.
  /// - Throws: `ExportError` where the folder cannot be written.
  package static func write(into folder: String) throws(ExportError) -> [String] {
    try DescriptorFormat.allCases.flatMap(files).map { name, text throws(ExportError) in
      let path = "\(folder)/\(name)"
      let file = try ExportFile(path)
      try file.write(text)
      try file.close()
      return path
    }
  }

  /// Writes the files that a form of descriptors needs into a folder, where there are none.
  ///
  /// - Returns: The paths of those that were written.
  /// - Throws: `NewFileError` where the folder cannot be written.
  package static func writeMissing(
    for format: DescriptorFormat, into folder: String
  ) throws(NewFileError) -> [String] {
    var written: [String] = []
    for (name, text) in files(for: format) {
      let path = folder == "." ? name : "\(folder)/\(name)"
      do {
        try NewFile.write(text, to: path)
        written.append(path)
      } catch .exists {
        continue
      }
    }
    return written
  }

  /// The files of the schema for a form, with their names.
  package static func files(for format: DescriptorFormat) -> [(name: String, text: String)] {
    switch format {
    case .yaml: [(DescriptorJSONSchema.fileName, DescriptorJSONSchema.text)]
    case .xml:
      [
        (DescriptorXMLSchema.fileName, DescriptorXMLSchema.text),
        (DescriptorXMLSchema.languageFileName, DescriptorXMLSchema.languageText),
      ]
    }
  }

  /// The first line of a descriptor in YAML: where editors find its schema, beside it.
  package static let yamlHead = "# yaml-language-server: $schema=\(DescriptorJSONSchema.fileName)\n"

  /// The start of a descriptor in XML, which says the same.
  package static let xmlHead = """
    <?xml version="1.0" encoding="UTF-8"?>
    <passerelle version="1" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
                xsi:noNamespaceSchemaLocation="\(DescriptorXMLSchema.fileName)">

    """
}
