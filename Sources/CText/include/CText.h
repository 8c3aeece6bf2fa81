#ifndef CText_H
#define CText_H
#endif
