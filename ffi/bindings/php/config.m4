PHP_ARG_WITH([wxp],
  [for wxp support],
  [AS_HELP_STRING([[--with-wxp[=DIR]]],
    [Include wxp support. DIR is where libwxp is installed; without it, cargo builds
    libwxp from the repository that this folder is part of])])
PHP_ARG_ENABLE([wxp-static],
  [whether wxp contains the library],
  [AS_HELP_STRING([[--enable-wxp-static]],
    [Put the libwxp of --with-wxp=DIR into the extension, which then needs no other file])],
  [no], [no])

if test "$PHP_WXP" != "no"; then
  if test "$PHP_WXP" != "yes"; then
    export PKG_CONFIG_PATH="$PHP_WXP/lib/pkgconfig${PKG_CONFIG_PATH:+:$PKG_CONFIG_PATH}"
    PKG_CHECK_MODULES([WXP], [wxp >= 0.1])
    PHP_EVAL_INCLINE($WXP_CFLAGS)
    if test "$PHP_WXP_STATIC" = "no"; then
      PHP_EVAL_LIBLINE($WXP_LIBS, WXP_SHARED_LIBADD)
    else
      WXP_SHARED_LIBADD="$PHP_WXP/lib/libwxp.a"
    fi
  else
    AC_PATH_PROG([CARGO], [cargo], [no])
    if test "$CARGO" = "no"; then
      AC_MSG_ERROR([no cargo: install Rust, or give --with-wxp=DIR])
    fi
    dnl $ext_srcdir is empty before PHP_NEW_EXTENSION.
    WXP_ROOT=`cd "$srcdir/../../.." && pwd`
    if ! test -f "$WXP_ROOT/include/wxp.h"; then
      AC_MSG_ERROR([$WXP_ROOT is not the repository of wxp: give --with-wxp=DIR])
    fi
    PHP_ADD_INCLUDE([$WXP_ROOT/include])
    WXP_SHARED_LIBADD="$PWD/target/release/libwxp.a"
    WXP_SHARED_DEPENDENCIES="$WXP_SHARED_LIBADD"
    PHP_SUBST(CARGO)
    PHP_SUBST(WXP_ROOT)
    PHP_SUBST(WXP_SHARED_DEPENDENCIES)
  fi
  dnl Else an extension that contains the library would export all of it, to others with their own.
  LDFLAGS="$LDFLAGS -Wl,--exclude-libs,ALL"
  PHP_SUBST(WXP_SHARED_LIBADD)
  PHP_NEW_EXTENSION(wxp,
    [wxp.c body.c document.c endpoint.c enums.c error.c explain.c fields.c functions.c judgment.c \
     key.c payload.c quickpay.c reply.c request.c],
    $ext_shared,, [-std=gnu11 -fvisibility=hidden -Wall -Wextra -Wno-unused-parameter])
  if test -n "$WXP_SHARED_DEPENDENCIES"; then
    PHP_ADD_MAKEFILE_FRAGMENT
  fi
fi
