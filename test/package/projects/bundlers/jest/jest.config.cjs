module.exports = { testMatch: ["**/*.test.cjs"], transform: {}, testTimeout: 600_000 };
