/// The beginning of an HTML page in one language, up to its heading: no script, no font, no network.
struct PageHead {
  let title: String
  let style: String
  let say: Language

  /// The lines of the page, the last one the opening of its body.
  var lines: [String] {
    [
      "<!doctype html>",
      "<html lang=\"\(say.name.markupEscaped)\" dir=\"\(say.isRightToLeft ? "rtl" : "ltr")\">",
      "<head>",
      "<meta charset=\"utf-8\">",
      "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">",
      "<title>\(title.markupEscaped)</title>", "<style>\(style)</style>", "</head>", "<body>",
    ]
  }
}
