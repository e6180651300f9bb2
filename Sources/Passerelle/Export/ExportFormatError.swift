/// Why a format cannot take what is to be written.
package enum ExportFormatError: Error, CustomStringConvertible {
  case noFramework(String, String)

  package var description: String {
    switch self {
    case .noFramework(let format, let name):
      "\(format) contains frameworks, and '\(name)' is not one; choose frameworks, or another format"
    }
  }
}
