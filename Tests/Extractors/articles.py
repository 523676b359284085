"""What the files of this folder are about: two short articles, the first with an emoji, which is one
code point and two units of UTF-16."""

FRENCH = ("😀 La Minusma quitte Kidal, dit Assimi Goïta. À Bamako, le président de la Transition a "
          "reçu l’ONU ; Goïta parle de souveraineté.")
ENGLISH = "The UN left Kidal on 31 October, Guterres said."


def span(words, text=FRENCH):
    start = text.index(words)
    return start, start + len(words)
