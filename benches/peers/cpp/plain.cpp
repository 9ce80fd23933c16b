// No framework: what one gets by just writing the loop in C++20 with its standard library.
//
// Every agent has a small generator of its own (xoshiro256++, the same as in the plain
// Rust loop: the standard library's own generators are larger and slower), and goes
// through all its steps before the next begins.

#include <algorithm>
#include <bit>
#include <chrono>
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <limits>
#include <random>
#include <string_view>
#include <vector>

// The model is written out in ../python/workload.py.
constexpr float alliance_at_start = 0.5F;
constexpr float trust_at_start = 0.5F;
constexpr float alliance_gain = 0.05F;
constexpr float noise_size = 0.01F;
constexpr float risk_pull = 0.02F;
constexpr float risk_centre = 0.5F;
constexpr float base_hazard = 0.001F;

class SmallGenerator {
public:
    using result_type = std::uint64_t;

    explicit SmallGenerator(std::uint64_t seed) {
        for (auto& word : state) {  // splitmix64
            seed += 0x9e3779b97f4a7c15U;
            std::uint64_t mixed = seed;
            mixed = (mixed ^ (mixed >> 30U)) * 0xbf58476d1ce4e5b9U;
            mixed = (mixed ^ (mixed >> 27U)) * 0x94d049bb133111ebU;
            word = mixed ^ (mixed >> 31U);
        }
    }

    static constexpr result_type min() { return 0; }
    static constexpr result_type max() { return std::numeric_limits<result_type>::max(); }

    result_type operator()() {
        const auto result = std::rotl(state[0] + state[3], 23) + state[0];
        const auto shifted = state[1] << 17U;
        state[2] ^= state[0];
        state[3] ^= state[1];
        state[1] ^= state[2];
        state[0] ^= state[3];
        state[2] ^= shifted;
        state[3] = std::rotl(state[3], 45);
        return result;
    }

private:
    std::uint64_t state[4];
};

struct Agent {
    float alliance = alliance_at_start;
    float trust = trust_at_start;
    float risk;
    float skill;
    bool absorbed = false;
    SmallGenerator numbers;
    std::uniform_real_distribution<float> uniform{0.0F, 1.0F};
    std::normal_distribution<float> normal{0.0F, 1.0F};

    explicit Agent(std::uint64_t seed) : numbers(seed) {
        risk = uniform(numbers);
        skill = uniform(numbers);
    }

    void step() {
        const float u1 = uniform(numbers);
        const float u2 = uniform(numbers);
        const float noise = noise_size * normal(numbers);
        alliance = std::clamp(alliance + alliance_gain * (u1 - 0.5F) + noise, 0.0F, 1.0F);
        risk += risk_pull * (risk_centre - risk) + noise;
        absorbed = u2 < base_hazard * std::exp(risk);
    }
};

int main(int count, char** words) {
    long agents_asked = 100'000;
    long steps = 260;
    long seed = 1;
    for (int word = 1; word + 1 < count; word += 2) {
        const std::string_view option = words[word];
        const long value = std::atol(words[word + 1]);
        if (option == "--agents") agents_asked = value;
        else if (option == "--steps") steps = value;
        else if (option == "--seed") seed = value;
        else return std::fprintf(stderr, "%s: not known\n", words[word]), 2;
    }

    std::vector<Agent> agents;
    agents.reserve(static_cast<std::size_t>(agents_asked));
    for (long number = 0; number < agents_asked; ++number) {
        agents.emplace_back((static_cast<std::uint64_t>(seed) << 32U) + static_cast<std::uint64_t>(number));
    }

    long long agent_steps = 0;
    const auto start = std::chrono::steady_clock::now();
    for (auto& agent : agents) {
        for (long step = 0; step < steps && !agent.absorbed; ++step) {
            agent.step();
            ++agent_steps;
        }
    }
    const std::chrono::duration<double> taken = std::chrono::steady_clock::now() - start;

    long acting = 0;
    double squares = 0.0;
    for (const auto& agent : agents) {
        if (!agent.absorbed) {
            ++acting;
            squares += static_cast<double>(agent.alliance) * agent.alliance;
        }
    }
    std::printf(
        "{\"name\":\"plain_cpp\",\"version\":\"%s\",\"agents\":%ld,\"steps\":%ld,\"agent_steps\":%lld,"
        "\"seconds\":%.9f,\"absorbed\":%.17g,\"alliance_square\":%.17g}\n",
        "C++20, GCC " __VERSION__, agents_asked, steps, agent_steps, taken.count(),
        1.0 - static_cast<double>(acting) / static_cast<double>(agents_asked),
        squares / static_cast<double>(acting));
}
