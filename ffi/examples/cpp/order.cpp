// A request in C++17: fields of std::string_view go in where they lie.
//
//   c++ -std=c++17 order.cpp $(pkg-config --cflags --libs wxp) -o order
//   WXP_KEY=192006250b4c09247ec02edce69f6a2d ./order
#include <cstdint>
#include <cstdlib>
#include <iostream>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>
#include <wxp.h>

static void check(wxp_status status)
{
    if (status != WXP_OK) throw std::runtime_error(wxp_status_text(status, WXP_ENGLISH));
}

class Key {
public:
    Key(std::uint32_t algorithm, std::string_view secret)
    {
        check(wxp_key_init(&key, algorithm, secret.data(), secret.size()));
    }
    Key(const Key &) = delete;
    Key &operator=(const Key &) = delete;
    ~Key() { wxp_key_wipe(&key); }

    std::string document(const std::vector<std::pair<std::string_view, std::string_view>> &order) const
    {
        std::vector<wxp_field> fields;
        for (const auto &[name, value] : order)
            fields.push_back({name.data(), name.size(), value.data(), value.size()});
        std::size_t len = 0;
        // Without room the call only says how much it needs.
        wxp_status status = wxp_xml_write(&key, fields.data(), fields.size(), nullptr, 0, &len);
        if (status != WXP_E_SPACE) check(status);
        std::string out(len, '\0');
        check(wxp_xml_write(&key, fields.data(), fields.size(), out.data(), out.size(), &len));
        return out;
    }

private:
    wxp_key key;
};

int main()
{
    const char *secret = std::getenv("WXP_KEY");
    if (secret == nullptr) {
        std::cerr << "order: WXP_KEY is not set\n";
        return 2;
    }
    try {
        std::cout << Key(WXP_HMAC_SHA256, secret).document({
            {"appid", "wxd930ea5d5a258f4f"},
            {"mch_id", "10000100"},
            {"nonce_str", "ibuaiVcKdpRxkhJA"}, // a real one is unpredictable: wxp_nonce
            {"sign_type", "HMAC-SHA256"},
            {"body", "Tea & rice"},
            {"out_trade_no", "20150806125346"},
            {"total_fee", "100"}, // fen
            {"auth_code", "120061098828009406"},
        }) << '\n';
    } catch (const std::exception &error) {
        std::cerr << "order: " << error.what() << '\n';
        return 1;
    }
}
