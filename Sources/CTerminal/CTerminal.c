#include "CTerminal.h"
typedef int cterminal_placeholder;
