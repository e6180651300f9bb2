/* libxml2 is seen by CXML alone, which includes its headers itself: a Swift module that saw both
 * these headers and Foundation would not compile. */
