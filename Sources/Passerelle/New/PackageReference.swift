internal import Foundation

/// Where the package of an adapter finds Passerelle: in a checkout, or at an address that git clones.
package enum PackageReference: Hashable, Sendable {
  case checkout(String)
  case address(String)

  /// Reads what a person names, or takes the checkout that the program stands in.
  ///
  /// - Parameters:
  ///   - text: The folder of a checkout, or an address.
  ///   - checkout: The checkout that the program was built in, where there is one.
  /// - Throws: `NewAdapterError` where it is neither, or nothing is named and nothing is here.
  package init(_ text: String?, checkout: String?) throws(NewAdapterError) {
    guard let text else {
      guard let checkout else { throw .noPackage }
      self = .checkout(checkout)
      return
    }
    let path = URL(filePath: text).standardizedFileURL.path
    if FileManager.default.fileExists(atPath: path + "/" + Self.landmark) {
      self = .checkout(path)
    } else if text.contains("://"), let url = URL(string: text), url.lastPathComponent.count > 1,
      !text.contains(where: { $0 == "\"" || $0 == "\\" || $0.isWhitespace })
    {
      self = .address(text)
    } else {
      throw .badPackage(text)
    }
  }

  /// The name by which products of the package are asked for.
  var name: String {
    switch self {
    case .checkout: "Passerelle"
    case .address(let address):
      URL(string: address)?.deletingPathExtension().lastPathComponent ?? "Passerelle"
    }
  }

  /// The line of a manifest that says so.
  var declaration: String {
    switch self {
    case .checkout(let path): ".package(name: \"Passerelle\", path: \(path.quoted))"
    case .address(let address): ".package(url: \(address.quoted), branch: \"main\")"
    }
  }

  /// A file that only a checkout of Passerelle has.
  package static let landmark = "Sources/CPasserelle/include/passerelle.h"
}

extension String {
  /// The text as a literal of Swift.
  fileprivate var quoted: String {
    "\"" + replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
  }
}
