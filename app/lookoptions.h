#pragma once

#include "app/arguments.h"
#include "app/rehearsal.h"

namespace recital {

/// --size and --theme of a picture.
void addLookOptions(Arguments& arguments);
Rehearsal::Look lookOptions(Arguments& arguments);

} // namespace recital
