-- Requests of wrk: without a token, with the first token of a file (TOKENS), or each with another token from a number
-- (FIRST) on. The tokens of the file have the same length.
wrk.path = "/greeting"

local file = os.getenv("TOKENS") and io.open(os.getenv("TOKENS"))
local first = os.getenv("FIRST")

if file then
  local token = file:read("*l")
  wrk.headers["Authorization"] = "Bearer " .. token
  if first then
    file:seek("set", tonumber(first) * (#token + 1))
    request = function()
      token = assert(file:read("*l"), "there are too few tokens")
      return "GET /greeting HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer " .. token .. "\r\n\r\n"
    end
  end
end

function done(summary)
  local errors = summary.errors
  print("measured", summary.requests, summary.duration,
    errors.connect + errors.read + errors.write + errors.status + errors.timeout)
end
