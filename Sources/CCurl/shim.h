#ifndef GRIOT_CCURL_H
#define GRIOT_CCURL_H
#include <arpa/inet.h>
#include <curl/curl.h>
#include <netinet/in.h>
#include <string.h>
#include <sys/socket.h>

// curl_easy_setopt and curl_easy_getinfo are variadic, which Swift cannot import: one function a
// type of value. The macros that check types are of no use behind them.
#undef curl_easy_setopt
#undef curl_easy_getinfo

static inline CURLcode griot_curl_set_long(CURL *curl, CURLoption option, long value) {
  return curl_easy_setopt(curl, option, value);
}

static inline CURLcode griot_curl_set_size(CURL *curl, CURLoption option, curl_off_t value) {
  return curl_easy_setopt(curl, option, value);
}

static inline CURLcode griot_curl_set_string(CURL *curl, CURLoption option, const char *value) {
  return curl_easy_setopt(curl, option, value);
}

static inline CURLcode griot_curl_set_pointer(CURL *curl, CURLoption option, void *value) {
  return curl_easy_setopt(curl, option, value);
}

static inline CURLcode griot_curl_set_list(CURL *curl, CURLoption option,
                                           struct curl_slist *value) {
  return curl_easy_setopt(curl, option, value);
}

static inline CURLcode griot_curl_set_writer(CURL *curl, curl_write_callback function) {
  return curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, function);
}

static inline CURLcode griot_curl_set_header_reader(CURL *curl, curl_write_callback function) {
  return curl_easy_setopt(curl, CURLOPT_HEADERFUNCTION, function);
}

static inline CURLcode griot_curl_set_reader(CURL *curl, curl_read_callback function) {
  return curl_easy_setopt(curl, CURLOPT_READFUNCTION, function);
}

static inline CURLcode griot_curl_set_seeker(CURL *curl, curl_seek_callback function) {
  return curl_easy_setopt(curl, CURLOPT_SEEKFUNCTION, function);
}

static inline CURLcode griot_curl_set_opener(CURL *curl, curl_opensocket_callback function) {
  return curl_easy_setopt(curl, CURLOPT_OPENSOCKETFUNCTION, function);
}

static inline CURLcode griot_curl_get_long(CURL *curl, CURLINFO info, long *value) {
  return curl_easy_getinfo(curl, info, value);
}

static inline CURLcode griot_curl_get_string(CURL *curl, CURLINFO info, char **value) {
  return curl_easy_getinfo(curl, info, value);
}

/// Copies the bytes of an Internet address and returns how many there are; 0 of another kind.
static inline int griot_curl_address(const struct curl_sockaddr *address, unsigned char *bytes) {
  if (address->family == AF_INET) {
    memcpy(bytes, &((const struct sockaddr_in *)&address->addr)->sin_addr, 4);
    return 4;
  }
  if (address->family == AF_INET6) {
    memcpy(bytes, &((const struct sockaddr_in6 *)&address->addr)->sin6_addr, 16);
    return 16;
  }
  return 0;
}

/// Opens the socket that curl would have opened itself.
static inline curl_socket_t griot_curl_open(const struct curl_sockaddr *address) {
  return socket(address->family, address->socktype | SOCK_CLOEXEC, address->protocol);
}

/// CURL_SOCKET_BAD is a macro with a cast.
static inline curl_socket_t griot_curl_no_socket(void) { return CURL_SOCKET_BAD; }
#endif
