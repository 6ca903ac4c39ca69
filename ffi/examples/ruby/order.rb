# An order, and what its answer means: ruby order.rb KEY_FILE ANSWER_FILE
# Prototypes and constants come from wxp.cdef.h, which lies beside this file.
require "fiddle/import"
require "securerandom"

module Wxp
  extend Fiddle::Importer
  dlload Gem.win_platform? ? "wxp.dll" : "libwxp.#{RbConfig::CONFIG["SOEXT"]}" # or a path
  typealias "wxp_status", "int32_t"
  cdef = File.read("#{__dir__}/wxp.cdef.h")
  cdef.scan(/^ [^;{}]*\);/) { |prototype| extern prototype.gsub(/wxp_(?!status)\w+ \*/, "void *") }
  cdef.scan(/WXP_(\w+) = (-?\d+)/) { |name, number| const_set(name, number.to_i) }
  Verdict = struct ["char *fault_field", "size_t fault_field_len", "int verdict", "int outcome",
                    "int action", "int advice", "int fault", "int others[7]"]
  Text = struct ["char *text", "size_t len"]
  raise "wxp.cdef.h is of another libwxp" if wxp_abi_version != ABI_VERSION

  def self.packed(fields) = fields.flatten.join("\0") + "\0" # name NUL value NUL ...
  def self.text(status) = wxp_status_text(status, ENGLISH).to_s
  def self.check(status) = status == OK || raise(text(status))
  def self.room(size) = Fiddle::Pointer.malloc(size, Fiddle::RUBY_FREE)
end

size = 65536
out, len, fault = Wxp.room(size), Wxp.room(Fiddle::SIZEOF_SIZE_T), Wxp.room(Fiddle::SIZEOF_SIZE_T)
order = [["appid", "wxd930ea5d5a258f4f"], ["mch_id", "10000100"], # as you store it
         ["out_trade_no", "42"], ["total_fee", 100]]
request = Wxp.packed(order + [["nonce_str", SecureRandom.hex(16)], ["sign_type", "HMAC-SHA256"],
  ["body", "Tea & rice"], ["spbill_create_ip", "192.0.2.1"], ["auth_code", "120061098828009406"]])
key, secret = Wxp.room(Wxp::KEY_SIZE), File.read(ARGV[0]).chomp
Wxp.check Wxp.wxp_key_init(key, Wxp::HMAC_SHA256, secret, secret.bytesize)
Wxp.check Wxp.wxp_xml_write_packed(key, request, request.bytesize, out, size, len)
puts out[0, len.to_str.unpack1("J")] # POST this, and then:

answer, expected = File.binread(ARGV[1]), Wxp.packed(order)
verdict, differs = Wxp::Verdict.malloc(Fiddle::RUBY_FREE), Wxp::Text.malloc(Fiddle::RUBY_FREE)
status = Wxp.wxp_xml_read_packed(answer, answer.bytesize, out, size, len, fault)
read = len.to_str.unpack1("J")
if status == Wxp::OK
  Wxp.check Wxp.wxp_judge_packed(key, Wxp::PAY_MICROPAY, out, read, verdict)
  status = verdict.fault
end
Wxp.wxp_key_wipe(key)
if status != Wxp::OK
  puts "query, as if no answer had come: #{Wxp.text(status)}"
elsif verdict.verdict == Wxp::FAILED
  puts "not paid: #{Wxp.wxp_advice_text(verdict.advice, Wxp::ENGLISH)}"
elsif verdict.verdict != Wxp::SUCCEEDED
  puts "query, and never pay again: not known whether it is paid"
elsif Wxp.wxp_expect_packed(verdict, out, read, expected, expected.bytesize, differs) != Wxp::OK
  puts "do not deliver, another order: #{differs.text.to_s(differs.len)} differs"
else
  puts "paid: deliver, once"
end
