/// The beginning of an HTML page in one language, up to its content: no script, no font.
package struct PageHead {
  let title: String
  /// The style of a page that stands alone.
  let style: String
  /// The language of the page, as a BCP 47 tag.
  let language: String
  let isRightToLeft: Bool
  /// What holds for this page alone, such as the number in its margin.
  var ownStyle: String?
  var frame = PageFrame.none

  /// The beginning of a page in a language of answers.
  init(title: String, style: String, say: Language, frame: PageFrame = .none) {
    self.init(
      title: title, style: style, language: say.name, isRightToLeft: say.isRightToLeft,
      frame: frame)
  }

  init(
    title: String, style: String, language: String, isRightToLeft: Bool = false,
    ownStyle: String? = nil, frame: PageFrame = .none
  ) {
    self.title = title
    self.style = style
    self.language = language
    self.isRightToLeft = isRightToLeft
    self.ownStyle = ownStyle
    self.frame = frame
  }

  /// The lines of the page, the last one the opening of its body and what the frame has before its
  /// content.
  var lines: [String] {
    let style =
      frame.stylesheet.map { "<link rel=\"stylesheet\" href=\"\($0.markupEscaped)\">" }
      ?? "<style>\(style)</style>"
    return [
      "<!doctype html>",
      "<html lang=\"\(language.markupEscaped)\" dir=\"\(isRightToLeft ? "rtl" : "ltr")\">",
      "<head>",
      "<meta charset=\"utf-8\">",
      "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">",
      "<title>\(title.unmarked.markupEscaped)</title>", style,
    ] + (ownStyle.map { ["<style>\($0)</style>"] } ?? []) + ["</head>", "<body>"] + frame.top
  }

  /// The lines that end the page.
  var end: [String] { frame.bottom + ["</body>", "</html>"] }
}
