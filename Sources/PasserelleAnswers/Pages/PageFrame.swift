/// What stands around the content of a page: nothing in a file that stands alone, the head and the foot
/// of a site on a server.
package struct PageFrame: Sendable {
  /// Where the style is read from; `nil` if it is in the page, which then needs nothing else.
  package var stylesheet: String?
  /// Markup before the content.
  package var top: [String]
  /// Markup within the content, before its first section.
  package var lead: [String]
  /// Markup after the content.
  package var bottom: [String]
  /// Whether everything that a reader may unfold is unfolded.
  package var isUnfolded: Bool
  /// Where a link leads; `nil` if there is no such page.
  package var address: @Sendable (PageLink) -> String?

  /// A frame of its parts.
  package init(
    stylesheet: String? = nil, top: [String] = [], lead: [String] = [], bottom: [String] = [],
    isUnfolded: Bool = false,
    address: @escaping @Sendable (PageLink) -> String? = { _ in nil }
  ) {
    self.stylesheet = stylesheet
    self.top = top
    self.lead = lead
    self.bottom = bottom
    self.isUnfolded = isUnfolded
    self.address = address
  }

  /// The frame of a file: nothing.
  package static let none = PageFrame()
}
