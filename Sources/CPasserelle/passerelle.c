/* The contract is the header. This file makes a target of it, and proves that it compiles alone. */
#include "passerelle.h"
