#include "CView.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char view_html[] = {
#embed "page/view.html"
};
static const unsigned char view_css[] = {
#embed "page/view.css"
};
/* One script in this order: each file uses what stands before it. */
static const unsigned char view_js[] = {
#embed "page/words.js" suffix(,)
#embed "page/model.js" suffix(,)
#embed "page/layout.js" suffix(,)
#embed "page/graph.js" suffix(,)
#embed "page/lists.js" suffix(,)
#embed "page/page.js"
};

const unsigned char *griot_view_template_bytes(void) { return view_html; }
size_t griot_view_template_size(void) { return sizeof view_html; }
const unsigned char *griot_view_style_bytes(void) { return view_css; }
size_t griot_view_style_size(void) { return sizeof view_css; }
const unsigned char *griot_view_script_bytes(void) { return view_js; }
size_t griot_view_script_size(void) { return sizeof view_js; }
