#pragma once
// The only door to libyaml, whose header and static library Debian has in libyaml-dev.
#include <yaml.h>
