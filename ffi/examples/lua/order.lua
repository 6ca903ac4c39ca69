-- An order, and what its answer means: luajit order.lua KEY_FILE ANSWER_FILE
-- LuaJIT reads wxp.cdef.h, which lies beside this file: prototypes, structs and constants.
local ffi = require "ffi"
local function contents(path)
  local file = assert(io.open(path, "rb"))
  return file:read "*a", file:close()
end
ffi.cdef((contents((arg[0]:gsub("[^/]*$", "wxp.cdef.h", 1)))))
local wxp = ffi.load "wxp" -- libwxp.so, libwxp.dylib or wxp.dll, where the system looks
assert(wxp.wxp_abi_version() == wxp.WXP_ABI_VERSION, "wxp.cdef.h is of another libwxp")

local function packed(...) return table.concat({...}, "\0") .. "\0" end -- name NUL value NUL ...
local function text(status) return ffi.string(wxp.wxp_status_text(status, wxp.WXP_ENGLISH)) end
local function check(status) return status == wxp.WXP_OK or error(text(status), 0) end
local size = 65536
local out, len, fault = ffi.new("char[?]", size), ffi.new "size_t[1]", ffi.new "size_t[1]"

local order = packed("appid", "wxd930ea5d5a258f4f", "mch_id", "10000100", -- as you store it
  "out_trade_no", "42", "total_fee", "100")
local random = assert(io.open("/dev/urandom", "rb"))
check(wxp.wxp_nonce(random:read(wxp.WXP_ENTROPY_SIZE), wxp.WXP_ENTROPY_SIZE, out, size, len))
local request = order .. packed("nonce_str", ffi.string(out, len[0]), "sign_type", "HMAC-SHA256",
  "body", "Tea & rice", "spbill_create_ip", "192.0.2.1", "auth_code", "120061098828009406")
local key, secret = ffi.new "wxp_key", contents(arg[1]):match "%S*"
check(wxp.wxp_key_init(key, wxp.WXP_HMAC_SHA256, secret, #secret))
check(wxp.wxp_xml_write_packed(key, request, #request, out, size, len))
print(ffi.string(out, len[0])) -- POST this, and then:

local answer, verdict, differs = contents(arg[2]), ffi.new "wxp_verdict", ffi.new "wxp_text"
local status = wxp.wxp_xml_read_packed(answer, #answer, out, size, len, fault)
if status == wxp.WXP_OK then
  check(wxp.wxp_judge_packed(key, wxp.WXP_PAY_MICROPAY, out, len[0], verdict))
  status = verdict.fault
end
wxp.wxp_key_wipe(key)
if status ~= wxp.WXP_OK then
  print("query, as if no answer had come: " .. text(status))
elseif verdict.verdict == wxp.WXP_FAILED then
  print("not paid: " .. ffi.string(wxp.wxp_advice_text(verdict.advice, wxp.WXP_ENGLISH)))
elseif verdict.verdict ~= wxp.WXP_SUCCEEDED then
  print "query, and never pay again: not known whether it is paid"
elseif wxp.wxp_expect_packed(verdict, out, len[0], order, #order, differs) ~= wxp.WXP_OK then
  print("do not deliver, another order: " .. ffi.string(differs.text, differs.len) .. " differs")
else
  print "paid: deliver, once"
end
