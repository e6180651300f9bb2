public import PasserelleModel

extension FrameworkName {
  /// Makes a name of what others call the thing: `KF_FOOD` and `KF Food` make `kf-food`.
  ///
  /// ASCII letters become small ones, and all that a name cannot have becomes a hyphen. Nothing where
  /// that leaves nothing. Two long texts never make one name: what is cut ends in a digest of the whole.
  public init?(folding text: String) {
    let words = text.lowercased().split { !$0.isASCII || !($0.isLetter || $0.isNumber) }
    let name = words.joined(separator: "-")
    self.init(name.utf8.count <= 64 ? name : "\(name.prefix(50))-\(text.digest)")
  }
}
