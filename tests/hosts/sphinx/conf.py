project = "Articles"
html_static_path = ["_static"]
html_js_files = [("ai-build-vs-buy/embed.js", {"type": "module"})]
